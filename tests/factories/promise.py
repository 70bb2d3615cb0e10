import datetime

import factory

from environment.models import Promise
from tests.factories.city import CityFactory


class PromiseFactory(factory.django.DjangoModelFactory):
    """PM2.5 of every station of Seoul, all hours, from 2020 on, two hours after each."""

    class Meta:
        model = Promise
        skip_postgeneration_save = True

    city = factory.SubFactory(CityFactory)
    title_en = "Hourly fine dust"
    pollutants = ["pm25"]
    valid_from = datetime.date(2020, 1, 1)

    @factory.post_generation
    def stations(self, _create, stations, **_more):
        self.stations.set(stations or [])
