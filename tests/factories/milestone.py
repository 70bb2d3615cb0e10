import datetime

import factory

from committee.models import Milestone
from tests.factories.project import ProjectFactory


class MilestoneFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Milestone

    project = factory.SubFactory(ProjectFactory)
    title_en = factory.Sequence(lambda number: f"Milestone {number}")
    due_on = datetime.date(2018, 9, 30)
