import datetime

import factory

from committee.imports.models import ImportedList


class ImportedListFactory(factory.django.DjangoModelFactory):
    """A list of projects with one row, which has no subcommittee."""

    class Meta:
        model = ImportedList

    kind = ImportedList.Kind.PROJECTS
    name = "projects.csv"
    content = b"title_en,subcommittee\nAir forum,\n"
    handed_in_at = datetime.datetime(2018, 10, 1, 9, tzinfo=datetime.UTC)
