import pytest

from committee.cities.protocol import in_order_of_edition
from committee.models import City
from tests.factories.city import CityFactory, beijing, seoul


@pytest.mark.parametrize(
    ("language", "host", "named"),
    [
        ("ko", "seoul", ["seoul", "beijing"]),
        ("ko", "beijing", ["seoul", "beijing"]),
        ("zh-hans", "seoul", ["beijing", "seoul"]),
        ("zh-hans", "beijing", ["beijing", "seoul"]),
        ("en", "seoul", ["seoul", "beijing"]),
        ("en", "beijing", ["beijing", "seoul"]),
    ],
)
def test_an_edition_names_the_city_of_its_language_first_and_else_the_host(db, language, host, named):
    cities = {city.code: city for city in (seoul(), beijing())}

    found = in_order_of_edition(cities.values(), language=language, host_id=cities[host].pk)

    assert [city.code for city in found] == named


def test_between_two_cities_of_one_language_the_host_is_first(db):
    seoul(), CityFactory(code="busan", country="KR")
    busan = City.objects.get(code="busan")

    found = in_order_of_edition(City.objects.all(), language="ko", host_id=busan.pk)

    assert [city.code for city in found] == ["busan", "seoul"]
