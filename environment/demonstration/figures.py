"""Invented hourly figures that behave like a city's air: seasons, days, weather that lasts, gaps.

Seeded by city, station and pollutant, so that every demonstration shows the same air. Nothing was measured.
"""

import zlib
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from environment.sources.clock import LocalClock

Floats = NDArray[np.float64]
Hours = NDArray[np.int64]

HOURS_A_DAY = 24
HOURS_A_YEAR = 365.25 * HOURS_A_DAY
# Both cities are eight or nine hours ahead of UTC; a figure of speech needs no better clock.
HOURS_AHEAD = 9
LASTING = 0.97
MID_JANUARY = 15 * HOURS_A_DAY
SHARE_OF_SINGLE_GAPS = 0.012
HOURS_BETWEEN_OUTAGES = 1500
LONGEST_OUTAGE = 60
SHARE_OF_LATE_DAYS, SHARE_OF_VERY_LATE_DAYS = 0.05, 0.005


class Habit(NamedTuple):
    """How a pollutant behaves in a city.

    level: median, in the unit of the city's files
    season: how much of it comes and goes with the winter (negative: with the summer)
    rush: how much with the morning and evening (negative: with the afternoon's sun)
    spread: how far weather carries it, as a standard deviation of logarithms
    decimals: as the city's instruments write it
    """

    level: float
    season: float
    rush: float
    spread: float
    decimals: int


HABITS = {
    "seoul": {
        "pm25": Habit(22.0, 0.25, 0.05, 0.50, 0),
        "pm10": Habit(40.0, 0.25, 0.05, 0.45, 0),
        "o3": Habit(0.022, -0.45, -0.45, 0.35, 3),
        "no2": Habit(0.030, 0.25, 0.25, 0.30, 3),
        "so2": Habit(0.005, 0.15, 0.05, 0.15, 3),
        "co": Habit(0.50, 0.25, 0.10, 0.25, 1),
    },
    "beijing": {
        "pm25": Habit(45.0, 0.30, 0.05, 0.70, 0),
        "pm10": Habit(80.0, 0.25, 0.05, 0.60, 0),
        "o3": Habit(55.0, -0.50, -0.45, 0.40, 0),
        "no2": Habit(42.0, 0.25, 0.25, 0.40, 0),
        "so2": Habit(7.0, 0.50, 0.05, 0.40, 0),
        "co": Habit(0.9, 0.35, 0.10, 0.40, 1),
    },
}
# Shared by the stations of a city, so that bad days are bad everywhere.
SHARED_WEATHER = 0.9
CHANGE_A_YEAR = -0.05
FIRST_HOUR = 412_000  # early 2017, where the change over the years starts to count


def figures(city: str, station: str, pollutant: str, hours: Hours) -> tuple[Hours, Floats]:
    """Return the hours that have a value, and the values in the unit of the city's files."""
    habit = HABITS[city][pollutant]
    weather = SHARED_WEATHER * lasting(len(hours), city, "weather")
    weather = weather + (1 - SHARED_WEATHER**2) ** 0.5 * lasting(len(hours), city, station, pollutant)
    year = np.cos((hours - MID_JANUARY) / HOURS_A_YEAR * 2 * np.pi)
    # Highest at 08:00 and 20:00, lowest in the early afternoon and the small hours.
    rush = np.cos((hours + HOURS_AHEAD - 8) / HOURS_A_DAY * 4 * np.pi)
    trend = CHANGE_A_YEAR * (hours - FIRST_HOUR) / HOURS_A_YEAR
    values = habit.level * np.exp(habit.season * year + habit.rush * rush + habit.spread * weather + trend)
    lowest = 10.0**-habit.decimals
    present = _present(len(hours), city, station)
    return hours[present], np.round(np.maximum(values, lowest), habit.decimals)[present]


def random_of(*names: str) -> np.random.Generator:
    return np.random.default_rng(zlib.crc32("/".join(names).encode()))


def lasting(n: int, *names: str) -> Floats:
    """Return noise of variance one in which each hour resembles the one before."""
    # Six-hourly steps joined by lines: the same look at a sixth of the cost of a step an hour.
    steps = random_of(*names).normal(size=n // 6 + 2)
    kept = LASTING**6
    level, levels = 0.0, np.empty(len(steps))
    for place, step in enumerate(steps.tolist()):
        level = kept * level + (1 - kept**2) ** 0.5 * step
        levels[place] = level
    found: Floats = np.interp(np.arange(n), np.arange(len(steps)) * 6, levels)
    return found


def _present(n: int, city: str, station: str) -> NDArray[np.bool_]:
    """Return which hours the station measured: single hours are lost, and now and then a day or two."""
    random = random_of(city, station, "gaps")
    present = random.random(n) > SHARE_OF_SINGLE_GAPS
    for start in random.integers(0, n, size=n // HOURS_BETWEEN_OUTAGES).tolist():
        present[start : start + int(random.integers(6, LONGEST_OUTAGE))] = False
    return present


def invented_lateness(hours: Hours, clock: LocalClock) -> NDArray[np.uint16]:
    """Return how many hours after its end each hour is said to have come; a day's hours share its luck.

    Most days everything comes within two hours, on one in twenty half a day later, now and then days later.
    """
    if not len(hours):
        return np.zeros(0, np.uint16)
    first = int(hours.min())
    random = random_of(clock.zone, "lateness", str(first))
    days = (int(hours.max()) - first) // HOURS_A_DAY + 1
    luck = random.random(days)
    usual = random.integers(1, 3, days)
    delay = np.where(
        luck < SHARE_OF_VERY_LATE_DAYS, 8 * HOURS_A_DAY, np.where(luck < SHARE_OF_LATE_DAYS, 12, usual)
    )
    return delay[(hours - first) // HOURS_A_DAY].astype(np.uint16)
