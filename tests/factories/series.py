import factory

from environment.models import Series
from tests.factories.station import StationFactory


class SeriesFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Series

    station = factory.SubFactory(StationFactory)
    pollutant = "pm25"
    averaging = "hour"
    unit = "µg/m³"
    reference_state = "as-sampled"
    source = "seoul-hourly"
