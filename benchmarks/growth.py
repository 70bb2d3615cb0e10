"""The same delivery into a store that grows: a day and a month of Seoul, new, known and corrected.

Each time the days after the last stored one are delivered through the one door, and taken away again.
"""

import csv
import datetime
import random
from functools import partial
from pathlib import Path
from typing import NamedTuple

from django.db import connection

from benchmarks.forty_million import Filling
from benchmarks.stopwatch import Taken, least_of, taken_by
from committee.cities.models import City
from environment.measurements.actions import receive
from environment.measurements.models import AirChange, Delivery, Series
from environment.sources.clock import LocalClock
from environment.sources.registry import SOURCES
from environment.stations.models import Station

SOURCE = SOURCES["seoul-hourly"]
TIMES = 3
HEADING = (
    "측정일시,권역코드,권역명,측정소코드,측정소명,미세먼지 1시간(㎍/㎥),미세먼지 24시간(㎍/㎥),"
    "초미세먼지(㎍/㎥),오존(ppm),이산화질소농도(ppm),일산화탄소농도(ppm),아황산가스농도(ppm)"
)
FORGET = """
    DELETE FROM {table} WHERE {of_city} AND {time} > %s
"""
TABLES = {
    "environment_measurement": ("series_id IN ({series})", "hour"),
    "environment_dailyrollup": ("series_id IN ({series})", "day"),
    "environment_arrivalday": ("station_id IN ({stations})", "day"),
    "environment_citydailyrollup": ("city_id = {city}", "day"),
}


class Imports(NamedTuple):
    """What each kind of delivery took at one size of the store; the least of several times."""

    values: int
    day: Taken
    month: Taken
    known: Taken
    corrected: Taken


def imports_into(filling: Filling, folder: Path) -> Imports:
    """Measure the imports that follow what is filled."""
    seoul = City.objects.get(code="seoul")
    day = _file(folder, seoul, filling.end, 1, shift=0)
    month = _file(folder, seoul, filling.end, 31, shift=0)
    other_month = _file(folder, seoul, filling.end, 31, shift=1)
    taken: list[list[Taken]] = [[], [], [], []]
    for _time in range(TIMES):
        taken[0].append(taken_by(partial(_take_in, day)))
        _forget(seoul, filling.end)
        for times, path in zip(taken[1:], (month, month, other_month), strict=True):
            times.append(taken_by(partial(_take_in, path)))
        _forget(seoul, filling.end)
    return Imports(filling.values, *map(least_of, taken))


def _take_in(path: Path) -> None:
    summary = receive(by=None, source=SOURCE, path=path)
    if not summary.values or summary.rejected:
        raise SystemExit(f"{path.name}: {summary}")


def _forget(city: City, first: datetime.date) -> None:
    """Take away what was delivered from a day on."""
    series = Series.objects.of_city(city).filter(source=SOURCE.name)
    names = {
        "series": ", ".join(map(str, series.values_list("pk", flat=True))),
        "stations": ", ".join(map(str, series.values_list("station", flat=True).distinct())),
        "city": city.pk,
    }
    last_hour = LocalClock(city.time_zone).start(first)
    after: dict[str, int | datetime.date] = {"hour": last_hour, "day": first - datetime.timedelta(days=1)}
    with connection.cursor() as cursor:
        for table, (of_city, column) in TABLES.items():
            cursor.execute(
                FORGET.format(table=table, of_city=of_city.format(**names), time=column), [after[column]]
            )
        cursor.execute("DELETE FROM environment_revision")
    series.update(last_hour=last_hour)
    AirChange.objects.all().delete()
    Delivery.objects.exclude(name="generated").delete()


def _file(folder: Path, city: City, first: datetime.date, days: int, *, shift: int) -> Path:
    """Write a file as Seoul publishes its hours; `shift` makes every value another one."""
    chance, path = random.Random(2016), folder / f"{first}-{days}-{shift}.csv"
    stations = [station.name_ko for station in Station.objects.of(city).measuring()]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADING + "\n")
        rows = csv.writer(file, quoting=csv.QUOTE_ALL)
        for number in range(days):
            day = first + datetime.timedelta(days=number)
            for hour in range(1, 25):
                for station in stations:
                    coarse, fine, gas = (chance.randint(1, 150) + shift for _ in range(3))
                    gases = [
                        f"{gas / 1000:.3f}",
                        f"{gas / 2000:.4f}",
                        f"{gas / 100:.2f}",
                        f"{gas / 4000:.5f}",
                    ]
                    rows.writerow(
                        [f"{day:%Y%m%d}{hour:02}00", "", "", "", station, coarse, coarse, fine, *gases]
                    )
    return path
