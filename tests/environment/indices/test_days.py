import datetime

import pytest

from environment.indices.days import day_index, days
from environment.models import DailyRollup, Station
from environment.standards import rule_named
from tests.factories.city import beijing, seoul
from tests.factories.series import SeriesFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2016, 5, 1)


def rolled_up(series, *, mean, n=24, day=DAY, highest=None, of_8h=None) -> None:
    highest = mean if highest is None else highest
    DailyRollup.objects.create(
        series=series, day=day, n=n, total=mean * n, max_value=highest, max_8h_mean=of_8h
    )


def series_of(city, pollutant="pm25", *, code="one", **fields):
    defaults = {
        "station": StationFactory(city=city, code=code),
        "pollutant": pollutant,
        "source": "beijing-city-site" if city == beijing() else "seoul-hourly",
    }
    if pollutant not in ("pm25", "pm10"):
        defaults |= {"reference_state": "273K"}
    return SeriesFactory(**(defaults | fields))


def test_a_day_of_beijing_is_judged_by_its_means_and_eight_hours_of_ozone():
    rolled_up(series_of(beijing()), mean=75)
    rolled_up(series_of(beijing(), "o3"), mean=60, highest=180, of_8h=160)

    found = day_index(beijing(), DAY).index

    assert (found.rule.name, found.value, found.responsible) == ("cn-hj633-2012", 100, ("pm25", "o3"))


def test_a_city_is_the_mean_of_its_stations():
    rolled_up(series_of(beijing(), code="one"), mean=50)
    rolled_up(series_of(beijing(), code="two"), mean=100, n=22)

    assert day_index(beijing(), DAY).value == 100


def test_an_embassys_station_is_none_of_the_citys():
    rolled_up(series_of(beijing(), code="one"), mean=50)
    embassy = StationFactory(city=beijing(), code="embassy", kind="embassy")
    rolled_up(series_of(beijing(), station=embassy, source="stateair-beijing"), mean=500)

    assert (day_index(beijing(), DAY).value, day_index(embassy, DAY).value) == (
        day_index(Station.objects.get(code="one"), DAY).value,
        500,
    )


def test_a_day_without_enough_hours_has_no_index():
    rolled_up(series_of(beijing()), mean=75, n=19)

    found = day_index(beijing(), DAY)

    assert (found.value, found.index.missing) == (None, ("pm25", "pm10", "o3", "no2", "so2", "co"))


def test_half_of_the_stations_must_have_a_valid_day():
    for code, n in (("one", 24), ("two", 3), ("three", 3)):
        rolled_up(series_of(beijing(), code=code), mean=75, n=n)

    assert day_index(beijing(), DAY).value is None


def test_the_rule_follows_the_day():
    series = series_of(beijing(), source="beijing-prsa")
    before, after = datetime.date(2026, 2, 28), datetime.date(2026, 3, 1)
    for day in (before, after):
        rolled_up(series, mean=75, day=day)

    found = days(beijing(), before, after + datetime.timedelta(days=1))

    assert [(each.index.rule.name, each.value) for each in found] == [
        ("cn-hj633-2012", 100),
        ("cn-hj633-2026", 114),
    ]


def test_before_the_first_rule_a_day_has_none():
    assert day_index(beijing(), datetime.date(2010, 1, 1)).index is None


def test_korea_needs_four_pollutants():
    for pollutant, mean, unit in (("pm25", 20, "µg/m³"), ("pm10", 40, "µg/m³"), ("no2", 0.02, "ppm")):
        rolled_up(series_of(seoul(), pollutant, unit=unit, reference_state="none"), mean=mean)

    without = day_index(seoul(), DAY)
    ozone = series_of(seoul(), "o3", unit="ppm", reference_state="none")
    rolled_up(ozone, mean=0.03, highest=0.07)
    complete = day_index(seoul(), DAY)

    assert (without.value, without.index.missing) == (None, ("o3",))
    assert (complete.value, complete.index.responsible_pollutant) == (83, "o3")


def test_parts_become_a_mass_at_the_reference_state_of_the_time():
    series = series_of(seoul(), "so2", unit="ppm", reference_state="none")
    late = datetime.date(2018, 9, 1)
    for day in (DAY, late):
        rolled_up(series, mean=0.0525, day=day)
    rule = rule_named("cn-hj633-2012")

    early, later = (day_index(seoul(), day, rule).index.sub_indices[0] for day in (DAY, late))

    # 52.5 ppb are 150.1 µg/m³ at 273 K and 137.5 µg/m³ at 298.15 K.
    assert (round(early.concentration, 1), early.value) == (150.1, 101)
    assert (round(later.concentration, 1), later.value) == (137.5, 94)


def test_a_value_in_the_rule_s_own_unit_keeps_its_last_digit():
    rolled_up(series_of(beijing(), "no2"), mean=80)

    assert day_index(beijing(), DAY).index.sub_indices[0].concentration == 80


def test_published_days_answer_where_no_hours_are():
    daily = series_of(seoul(), "pm25", averaging="day", source="seoul-daily")
    rolled_up(daily, mean=30, n=1)

    found = day_index(seoul(), DAY, rule_named("us-epa-2012"))

    assert found.value == 89


@pytest.mark.parametrize("stations", [1, 3])
def test_a_year_takes_one_query(stations, django_assert_num_queries):
    for number in range(stations):
        rolled_up(series_of(beijing(), code=f"station {number}"), mean=75)
    place = beijing()

    with django_assert_num_queries(1):
        found = days(place, datetime.date(2016, 1, 1), datetime.date(2017, 1, 1))

    assert (len(found), [each.value for each in found if each.value]) == (366, [100])
