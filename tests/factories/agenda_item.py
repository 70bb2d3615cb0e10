import factory

from committee.models import AgendaItem, Meeting
from tests.factories.city import CityFactory
from tests.factories.meeting import MeetingFactory


class AgendaItemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.Sequence(lambda number: number + 1)
    title_en = "Acting together on fine dust"


class ProposedItemFactory(AgendaItemFactory):
    """Proposed by Seoul for a meeting to come; Beijing is to answer."""

    meeting = factory.SubFactory(MeetingFactory, state=Meeting.State.PLANNED)
    city = factory.SubFactory(CityFactory)
    state = AgendaItem.State.PROPOSED
