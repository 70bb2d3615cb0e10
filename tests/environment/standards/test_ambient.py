import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from environment.standards import ambient_limit, limits_of
from environment.standards.ambient import STANDARDS


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("country", "pollutant", "averaging", "on", "value", "unit", "standard"),
    [
        ("KR", "pm25", "day", "2018-03-26", 50, "µg/m³", "KR ambient standard"),
        ("KR", "pm25", "day", "2018-03-27", 35, "µg/m³", "KR ambient standard"),
        ("KR", "pm25", "year", "2020-01-01", 15, "µg/m³", "KR ambient standard"),
        ("KR", "no2", "hour", "2020-01-01", 0.1, "ppm", "KR ambient standard"),
        ("CN", "pm25", "day", "2016-01-01", 75, "µg/m³", "GB 3095-2012 II"),
        ("CN", "pm25", "day", "2026-02-28", 75, "µg/m³", "GB 3095-2012 II"),
        ("CN", "pm25", "day", "2026-03-01", 60, "µg/m³", "GB 3095-2026 II, stage 1"),
        ("CN", "pm25", "year", "2031-01-01", 25, "µg/m³", "GB 3095-2026 II, stage 2"),
        ("CN", "co", "day", "2016-05-01", 4, "mg/m³", "GB 3095-2012 II"),
        ("CN-I", "pm25", "day", "2030-12-31", 35, "µg/m³", "GB 3095-2026 I, stage 1"),
        ("CN-I", "no2", "year", "2031-01-01", 30, "µg/m³", "GB 3095-2026 I, stage 2"),
        ("WHO", "o3", "season", "2016-01-01", 60, "µg/m³", "WHO 2021 AQG"),
        ("WHO", "pm25", "year", "2016-01-01", 5, "µg/m³", "WHO 2021 AQG"),
        ("WHO-IT-3", "pm25", "day", "2016-01-01", 37.5, "µg/m³", "WHO 2021 IT-3"),
    ],
)
def test_the_limit_follows_from_the_day(country, pollutant, averaging, on, value, unit, standard):
    limit = ambient_limit(country, pollutant, averaging, day(on))

    assert (limit.value, limit.unit, limit.standard) == (value, unit, standard)


def test_gases_in_china_change_their_reference_state_and_not_their_limit():
    before, after = (ambient_limit("CN", "o3", "8h", day(on)) for on in ("2018-08-31", "2018-09-01"))

    assert (before.value, before.reference_state) == (160, "273K")
    assert (after.value, after.reference_state) == (160, "298K")


@pytest.mark.parametrize(
    ("country", "pollutant", "averaging", "on"),
    [
        ("KR", "pm25", "day", "2014-12-31"),
        ("CN", "pm25", "day", "2012-12-31"),
        ("KR", "co", "day", "2020-01-01"),
        ("FR", "pm25", "day", "2020-01-01"),
    ],
)
def test_where_no_limit_is_known_there_is_none(country, pollutant, averaging, on):
    assert ambient_limit(country, pollutant, averaging, day(on)) is None


def test_a_value_from_memory_says_so():
    limit = ambient_limit("KR", "pm25", "day", day("2016-01-01"))

    assert not limit.verified


@pytest.mark.parametrize("country", STANDARDS)
@given(on=some.dates(datetime.date(2013, 1, 1), datetime.date(2040, 12, 31)))
def test_no_day_has_two_limits(country, on):
    kinds = {(limit.pollutant, limit.averaging) for limit in STANDARDS[country]}

    counts = [sum(limit.in_force(on) for limit in limits_of(country, *kind)) for kind in kinds]

    assert max(counts) == 1


@given(on=some.dates(datetime.date(2016, 1, 1), datetime.date(2040, 12, 31)))
def test_a_shorter_period_may_hold_more(on):
    for country in STANDARDS:
        for pollutant in ("pm25", "pm10", "so2", "no2"):
            year = ambient_limit(country, pollutant, "year", on)
            of_day = ambient_limit(country, pollutant, "day", on)
            if year and of_day:
                assert year.value < of_day.value
