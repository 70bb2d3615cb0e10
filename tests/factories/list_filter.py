import datetime

import factory

from committee.models import ListFilter
from tests.factories.member import MemberFactory


class ListFilterFactory(factory.django.DjangoModelFactory):
    """A filter of the meetings, kept under a name."""

    class Meta:
        model = ListFilter

    member = factory.SubFactory(MemberFactory)
    page = "meeting_list"
    query = "state=held"
    name = "Held"
    used_at = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
