import factory

from committee.models import Decision
from tests.factories.meeting import MeetingFactory


class DecisionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Decision

    meeting = factory.SubFactory(MeetingFactory)
    number = factory.Sequence(lambda number: number + 1)
    text_en = "To run a fine dust hotline."
