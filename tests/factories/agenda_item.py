import factory

from committee.models import AgendaItem
from tests.factories.meeting import MeetingFactory


class AgendaItemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.Sequence(lambda number: number + 1)
    title_en = "Acting together on fine dust"
