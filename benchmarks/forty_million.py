"""Forty million hourly values of both cities: in the store, and the same ones in a Parquet file."""

import datetime
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
from django.db import connection, transaction
from django.utils import timezone
from numpy.typing import NDArray

from committee.cities.models import City
from environment.measurements.arrays import Values, days_of, figures
from environment.measurements.models import Delivery, Pollutant, Series
from environment.measurements.pooling import pool_days
from environment.measurements.store import store_here
from environment.sources.clock import LocalClock
from environment.sources.registry import SOURCES
from environment.stations.models import Station

VALUES = 40_000_000
FIRST = datetime.date(2013, 1, 1)
SOURCE_OF = {"seoul": SOURCES["seoul-hourly"], "beijing": SOURCES["beijing-city-site"]}

Hours = NDArray[np.int64]


@dataclass(frozen=True)
class Filled:
    """What was stored: how many values, and up to which local day."""

    values: int
    end: datetime.date


def fill(parquet: Path) -> Filled:
    """Store every hour since `FIRST` at all stations of both cities, enough of them for `VALUES` values."""
    cities = {city: list(Station.objects.of(city).measuring()) for city in City.objects.all()}
    hours_each = -(-VALUES // (len(Pollutant) * sum(len(stations) for stations in cities.values())))
    end = FIRST + datetime.timedelta(days=-(-hours_each // 24))
    beside = duckdb.connect(str(parquet.with_suffix(".duckdb")))
    beside.execute("CREATE TABLE v (series INTEGER, hour INTEGER, value DOUBLE)")
    stored = 0
    with transaction.atomic():
        if connection.vendor == "postgresql":
            connection.cursor().execute("SET LOCAL synchronous_commit TO off")
        for city, stations in cities.items():
            stored += _fill_city(city, stations, end, beside)
    beside.execute(f"COPY (SELECT * FROM v ORDER BY series, hour) TO '{parquet}' (FORMAT parquet)")
    beside.close()
    parquet.with_suffix(".duckdb").unlink()
    _settle()
    return Filled(stored, end)


def _fill_city(
    city: City, stations: list[Station], end: datetime.date, beside: duckdb.DuckDBPyConnection
) -> int:
    source, random, stored = SOURCE_OF[city.code], np.random.default_rng(city.pk), 0
    clock = LocalClock(city.time_zone)
    hours = np.arange(clock.start(FIRST) + 1, clock.start(end) + 1, dtype=np.int64)
    delivery = Delivery.objects.create(
        source=source.name, city=city, name="generated", received_at=timezone.now()
    )
    for pollutant in Pollutant:
        for station in stations:
            series = _enter(station, pollutant, hours)
            values = Values(
                np.full(len(hours), series), hours, random.integers(3, 300, len(hours)).astype(np.float64)
            )
            _store(values, clock, delivery.pk, beside)
            stored += len(values)
    days = {FIRST + datetime.timedelta(days=number) for number in range((end - FIRST).days)}
    pool_days(
        city=city, averaging="hour", changed_days={str(pollutant): set(days) for pollutant in Pollutant}
    )
    return stored


def _enter(station: Station, pollutant: Pollutant, hours: Hours) -> int:
    source = SOURCE_OF[station.city.code]
    scale = source.scales[pollutant]
    return Series.objects.create(
        station=station,
        pollutant=pollutant,
        averaging="hour",
        unit=scale.unit,
        reference_state=scale.reference_states[-1],
        source=source.name,
        first_hour=int(hours[0]),
        last_hour=int(hours[-1]),
    ).pk


def _store(values: Values, clock: LocalClock, delivery: int, beside: duckdb.DuckDBPyConnection) -> None:
    store = store_here()
    store.insert(values, delivery)
    days = days_of(values, clock)
    store.put_days(days, figures(days, values))
    arrays = {"series": values.series, "hour": values.hour, "value": values.value}
    beside.register("arrays", arrays)
    beside.execute("INSERT INTO v SELECT series, hour, value FROM arrays")
    beside.unregister("arrays")


def _settle() -> None:
    """Let the database know what it holds, as its own housekeeping does after a while."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
