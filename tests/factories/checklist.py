import factory

from committee.models import ChecklistStep, ChecklistTask
from tests.factories.city import CityFactory
from tests.factories.meeting import MeetingFactory


class ChecklistTaskFactory(factory.django.DjangoModelFactory):
    """A task of each city's secretariat ten working days before the meeting."""

    class Meta:
        model = ChecklistTask

    title_en = factory.Sequence(lambda number: f"Task {number}")
    working_days_before = 10


class ChecklistStepFactory(factory.django.DjangoModelFactory):
    """A step of Seoul's secretariat towards a meeting that is planned."""

    class Meta:
        model = ChecklistStep

    meeting = factory.SubFactory(MeetingFactory, state="planned")
    city = factory.SubFactory(CityFactory)
    title_en = factory.Sequence(lambda number: f"Step {number}")
    working_days_before = 10
