import factory
from django.utils import timezone

from committee.models import City, Delegate, Delegation
from tests.factories.city import CityFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import MemberFactory


class DelegationFactory(factory.django.DjangoModelFactory):
    """A draft of Seoul's delegation, without people."""

    class Meta:
        model = Delegation

    meeting = factory.SubFactory(MeetingFactory)
    city = factory.SubFactory(CityFactory)


class DelegateFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Delegate

    delegation = factory.SubFactory(DelegationFactory)
    name_en = factory.Sequence(lambda number: f"Delegate {number}")
    place = factory.Sequence(lambda number: number)


def led_by(delegation: Delegation, *names: str) -> list[Delegate]:
    """Give a delegation people in this order of protocol, the first as its head."""
    return [
        DelegateFactory(delegation=delegation, name_en=name, place=place, is_head=place == 1)
        for place, name in enumerate(names, start=1)
    ]


def announced(city: City, **fields: object) -> Delegation:
    """Return a delegation that the other city knows, with its head."""
    delegation = DelegationFactory(
        city=city, announced_at=timezone.now(), announced_by=MemberFactory(city=city), **fields
    )
    led_by(delegation, f"Head of {city.name_en}")
    return delegation
