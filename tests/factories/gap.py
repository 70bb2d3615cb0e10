import factory

from environment.models import GapNotice
from tests.factories.city import CityFactory


class GapFactory(factory.django.DjangoModelFactory):
    """Five hours in which all of Seoul was silent; nobody has answered yet."""

    class Meta:
        model = GapNotice

    city = factory.SubFactory(CityFactory)
    pollutants = ["pm25"]
    first_hour = factory.Sequence(lambda number: 440_000 + 10 * number)
    last_hour = factory.LazyAttribute(lambda notice: notice.first_hour + 4)
    values_missing = 5
