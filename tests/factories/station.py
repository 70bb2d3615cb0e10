import factory

from environment.models import Station, StationName
from tests.factories.city import CityFactory


class StationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Station
        django_get_or_create = ["city", "code"]

    city = factory.SubFactory(CityFactory)
    code = factory.Sequence(lambda number: f"station-{number}")
    kind = Station.Kind.URBAN
    name_ko = factory.LazyAttribute(lambda station: f"{station.code}동")
    name_zh_hans = factory.LazyAttribute(lambda station: f"{station.code}站")
    name_en = factory.LazyAttribute(lambda station: f"Station {station.code}")


class StationNameFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = StationName

    station = factory.SubFactory(StationFactory)
    language = "zh-hans"
    name = "东城东四"
