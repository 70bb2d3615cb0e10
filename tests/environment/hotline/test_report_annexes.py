import datetime

import pytest

from committee.printing.content import Lines, Scope
from environment.hotline.report_annexes import sources, stations
from environment.models import Station
from environment.sources.clock import LocalClock
from tests.factories.city import beijing, seoul
from tests.factories.series import SeriesFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db

START, END = datetime.date(2019, 12, 31), datetime.date(2020, 1, 31)


@pytest.fixture
def scope() -> Scope:
    return Scope(1, START, END, "en", (seoul().pk, beijing().pk))


def received(first: str, last: str, **fields: object):
    """Values of whole days of Seoul."""
    clock = LocalClock("Asia/Seoul")
    days = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return SeriesFactory(first_hour=clock.start(days[0]) + 1, last_hour=clock.end(days[1]), **fields)


def test_a_source_is_listed_with_the_days_that_lie_in_the_report(scope):
    station = StationFactory()
    received("2019-06-01", "2020-01-10", station=station, pollutant="pm25")
    received("2020-01-05", "2020-06-30", station=station, pollutant="o3")

    (table,) = sources(scope).blocks

    assert [row.cells for row in table.rows] == [
        ("Seoul", "Seoul: hours of stations", "PM2.5, ozone", "1", "Jan. 1, 2020", "Jan. 31, 2020")
    ]


@pytest.mark.parametrize(("first", "last"), [("2019-12-01", "2019-12-31"), ("2020-02-01", "2020-02-02")])
def test_what_lies_outside_of_the_time_is_left_out(scope, first, last):
    received(first, last)

    assert (sources(scope), stations(scope)) == (None, None)


@pytest.mark.parametrize("number", [1, 3])
def test_the_stations_of_the_values_are_listed_in_the_same_queries(scope, number, django_assert_num_queries):
    for _each in range(number):
        received("2020-01-01", "2020-01-02")

    with django_assert_num_queries(4):
        (table,) = stations(scope).blocks

    assert len(table.rows) == number


def test_a_station_is_named_in_every_language_with_its_place(scope):
    station = StationFactory(code="111121", latitude=37.5642, longitude=126.9750, district_en="Jung-gu")
    received("2020-01-01", "2020-01-02", station=station)

    (table,) = stations(scope).blocks

    names = Lines(("Station 111121", "111121동", "111121站"))
    assert table.rows[0].cells == (names, "Jung-gu", "urban", "37.5642°", "126.9750°", "PM2.5")


def test_the_published_mean_of_a_city_is_no_station(scope):
    received("2020-01-01", "2020-01-02", station=StationFactory(kind=Station.Kind.CITY_MEAN))

    assert stations(scope) is None
