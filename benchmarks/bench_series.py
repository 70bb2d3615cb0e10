"""A city's daily PM2.5 for all years, out of rollups, with few and with five million hourly values stored."""

import datetime
import time

import django

DATABASES = ("sqlite", "postgresql")

django.setup()

import numpy as np  # noqa: E402 - models only after setup
from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from committee.cities.models import City  # noqa: E402
from committee.founding.actions import found_committee  # noqa: E402
from environment.measurements.arrays import Values  # noqa: E402
from environment.measurements.mentioned import Mentioned  # noqa: E402
from environment.measurements.merging import Merger  # noqa: E402
from environment.measurements.models import Delivery, Measurement, Series  # noqa: E402
from environment.measurements.pooling import pool_days  # noqa: E402
from environment.measurements.queries import series_table  # noqa: E402
from environment.measurements.store import store_here  # noqa: E402
from environment.sources.registry import SOURCES  # noqa: E402
from environment.stations.actions import enter_catalogue  # noqa: E402
from environment.stations.models import Station  # noqa: E402

SOURCE = SOURCES["beijing-city-site"]
FIRST, END = datetime.date(2013, 1, 1), datetime.date(2021, 3, 1)
FEW_STATIONS = 5
REPETITIONS = 15
MOST_MILLISECONDS = 50


def fill(city: City, stations: list[Station], pollutant: str) -> None:
    """Store every hour of the years at some stations, part by part."""
    hours = np.arange(SOURCE.clock.start(FIRST) + 1, SOURCE.clock.start(END) + 1)
    series = [enter_series(station, pollutant, hours) for station in stations]
    delivery = Delivery.objects.create(
        source=SOURCE.name, city=city, name="generated", received_at=timezone.now()
    )
    merger, random = Merger(SOURCE.clock, delivery.pk, store_here()), np.random.default_rng(2016)
    days: set[datetime.date] = set()
    for part in np.array_split(hours, 40):
        size = len(part) * len(series)
        values = Values(
            np.repeat(series, len(part)), np.tile(part, len(series)), random.integers(3, 300, size) / 1.0
        )
        merged = merger.merge(values, Mentioned().note(values))
        days |= {day for _series, day in merged.days}
    pool_days(city=city, averaging="hour", changed_days={pollutant: days})


def enter_series(
    station: Station, pollutant: str, hours: "np.ndarray[tuple[int], np.dtype[np.int64]]"
) -> int:
    return Series.objects.create(
        station=station,
        pollutant=pollutant,
        averaging="hour",
        unit="µg/m³",
        reference_state="273K",
        source=SOURCE.name,
        first_hour=int(hours[0]),
        last_hour=int(hours[-1]),
    ).pk


def milliseconds(city: City) -> float:
    """Return the least time of the whole answer, from question to rows: other programs can only add to it."""
    seconds = []
    for _repetition in range(REPETITIONS):
        started = time.perf_counter()
        rows = series_table(city=city, pollutant="pm25", period="day", start=FIRST, end=END)
        seconds.append(time.perf_counter() - started)
    assert len(rows) == (END - FIRST).days
    return min(seconds) * 1000


def main() -> None:
    found_committee()
    city = City.objects.get(code="beijing")
    enter_catalogue(city=city)
    stations = list(Station.objects.of(city))
    figures = []
    for parts in (
        [(stations[:FEW_STATIONS], "pm25")],
        [(stations[FEW_STATIONS:], "pm25"), (stations, "pm10")],
    ):
        for part, pollutant in parts:
            with transaction.atomic():
                fill(city, part, pollutant)
        figures.append((Measurement.objects.count(), milliseconds(city)))
    (few, before), (many, after) = figures
    print(f"daily PM2.5 of {(END - FIRST).days:,} days: {before:.1f} ms with {few:,} hourly values,")
    print(
        f"{after:.1f} ms with {many:,}: {many / few:.1f} times the values, time ratio {after / before:.2f},"
    )
    print(f"{after / MOST_MILLISECONDS:.2f} of the {MOST_MILLISECONDS} ms it may take")


if __name__ == "__main__":
    main()
