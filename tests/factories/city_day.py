import datetime

import factory

from environment.models import CityDailyRollup
from tests.factories.city import CityFactory


class CityDailyRollupFactory(factory.django.DjangoModelFactory):
    """A full day of one station: `total` is 24 times the mean."""

    class Meta:
        model = CityDailyRollup

    city = factory.SubFactory(CityFactory)
    pollutant = "pm25"
    averaging = "hour"
    is_published_mean = False
    day = datetime.date(2016, 5, 1)
    source = "seoul-hourly"
    unit = "µg/m³"
    reference_state = "as-sampled"
    stations = 1
    n = 24
    total = 480.0
    max_value = 20.0


def days_of(city, means, n=24, **fields):
    """Enter a day for each mean by its ISO date, `n` hourly values in each."""
    for day, mean in means.items():
        CityDailyRollupFactory(city=city, day=datetime.date.fromisoformat(day), n=n, total=mean * n, **fields)
