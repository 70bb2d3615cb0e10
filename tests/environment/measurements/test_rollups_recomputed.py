"""Days kept up to date equal days computed from the hours, whatever came in which order."""

import random
from collections import defaultdict

import pytest

from environment.models import CityDailyRollup, DailyRollup, Measurement, Revision
from environment.sources.registry import SOURCES
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_site

pytestmark = pytest.mark.django_db

CLOCK = SOURCES["beijing-city-site"].clock


def days_from_hours():
    """Return (series, day) → number, total and highest of its hours, in plain Python."""
    values = defaultdict(list)
    for series, hour, value in Measurement.objects.values_list("series", "hour", "value"):
        values[series, CLOCK.day(hour)].append(value)
    return {place: (len(found), sum(found), max(found)) for place, found in values.items()}


def some_rows(chance):
    """Return rows of four days at the end of a leap year's February in any order, with gaps and slips."""
    labels = [(day, hour) for day in ("20160228", "20160229", "20160301") for hour in range(25)]
    chosen = chance.choices(labels, k=40)
    return [f"{day},{hour},PM2.5,{chance.randrange(5)},{chance.choice(['', 7, -3])}" for day, hour in chosen]


@pytest.mark.parametrize("seed", range(5))
def test_days_equal_their_hours_after_corrections_in_any_order(tmp_path, seed):
    chance = random.Random(seed)

    for number in range(4):
        take_in("beijing-city-site", city_site(tmp_path / f"{number}.csv", *some_rows(chance)))

    assert Revision.objects.exists()
    expected = days_from_hours()
    kept = DailyRollup.objects.values_list("series", "day", "n", "total", "max_value")
    assert {(series, day): tuple(figures) for series, day, *figures in kept} == expected
    cities = CityDailyRollup.objects.values_list("day", "n", "total", "max_value")
    pooled = {day: tuple(figures) for day, *figures in cities}
    assert pooled.keys() == {day for _, day in expected}
    for day, (n, total, highest) in pooled.items():
        stations = [figures for (_, of_day), figures in expected.items() if of_day == day]
        assert (n, total) == tuple(map(sum, list(zip(*stations, strict=True))[:2]))
        assert highest == max(figures[2] for figures in stations)
