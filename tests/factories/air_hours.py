"""Invented hours that go up and down like a city's air, in files whose labels are right or late."""

import datetime
from pathlib import Path

import numpy as np

from tests.factories.air_files import hourly_row, seoul_daily, seoul_hourly

FIRST = datetime.datetime(2020, 1, 1, 1)
ENOUGH = 200


def walk(hours: int = ENOUGH, seed: int = 1) -> list[int]:
    """Return whole µg/m³, an hour each; every seed is another air."""
    level, values = 0.0, []
    for step in np.random.default_rng(seed).normal(scale=8, size=hours).tolist():
        level = 0.97 * level + step
        values.append(round(200 + level))
    return values


def label(ending: datetime.datetime) -> str:
    return f"{ending:%Y%m%d%H%M}"


def hours_of_seoul(path: Path, values: list[int], *, late: int = 0, station: str = "종로구") -> Path:
    """Write a file of one station's PM2.5 from the first hour of 2020, labelled `late` by so many hours."""
    ends = [FIRST + datetime.timedelta(hours=place + late) for place in range(len(values))]
    rows = [
        hourly_row(label(end), station, pm25=value, pm10=40) for end, value in zip(ends, values, strict=True)
    ]
    return seoul_hourly(path, *rows)


def days_of_seoul(path: Path, values: list[int], *, station: str = "종로구") -> Path:
    """Write the daily means of the same hours as the city publishes them."""
    days = [values[start : start + 24] for start in range(0, len(values) - 23, 24)]
    rows = [
        f"{FIRST.date() + datetime.timedelta(days=place):%Y%m%d},{station},,,,,,{round(sum(day) / 24)}"
        for place, day in enumerate(days)
    ]
    return seoul_daily(path, *rows)
