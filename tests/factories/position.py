import factory
from django.utils import timezone

from committee.models import City, Position
from tests.factories.city import CityFactory
from tests.factories.commitment import CommitmentFactory
from tests.factories.member import MemberFactory


class PositionFactory(factory.django.DjangoModelFactory):
    """What Seoul thinks of a commitment, for itself."""

    class Meta:
        model = Position

    city = factory.SubFactory(CityFactory)
    commitment = factory.SubFactory(CommitmentFactory)
    text_en = "We can agree to this."


def released(city: City, **fields: object) -> Position:
    """Return a position that the other city may read."""
    by = MemberFactory(city=city)
    return PositionFactory(city=city, released_at=timezone.now(), released_by=by, **fields)
