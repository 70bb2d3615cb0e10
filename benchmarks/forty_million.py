"""Up to forty million hourly values of both cities: in the store, and the same ones in a Parquet file."""

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
from environment.measurements.arrivals import hours_late, note_arrivals
from environment.measurements.models import Delivery, Pollutant, Series
from environment.measurements.pooling import pool_days
from environment.measurements.store import store_here
from environment.sources.clock import LocalClock
from environment.sources.declared import Source
from environment.sources.registry import SOURCES
from environment.stations.models import Station

FIRST = datetime.date(2013, 1, 1)
SOURCE_OF = {"seoul": SOURCES["seoul-hourly"], "beijing": SOURCES["beijing-city-site"]}

Hours = NDArray[np.int64]


@dataclass(frozen=True)
class Part:
    """The series of one city, with what their values come by."""

    city: City
    clock: LocalClock
    series: list[Series]
    delivery: Delivery
    random: np.random.Generator


class Filling:
    """Fills the store with hour after hour at all stations of both cities, in as many steps as one likes.

    Attributes:
        values: how many there are.
        end: the local day before which they end.
    """

    def __init__(self, parquet: Path) -> None:
        self.values, self.end = 0, FIRST
        self._parquet, self._beside = parquet, duckdb.connect(str(parquet.with_suffix(".duckdb")))
        self._beside.execute("CREATE TABLE v (series INTEGER, hour INTEGER, value DOUBLE)")
        self._parts = [_part(city) for city in City.objects.all()]

    def up_to(self, values: int) -> None:
        """Store values of the days that follow until there are at least so many."""
        hours_each = -(-values // sum(len(part.series) for part in self._parts))
        end = FIRST + datetime.timedelta(days=-(-hours_each // 24))
        with transaction.atomic():
            for part in self._parts:
                self._fill(part, end)
        self.end = end
        _settle()

    def write_parquet(self) -> None:
        self._beside.execute(
            f"COPY (SELECT * FROM v ORDER BY series, hour) TO '{self._parquet}' (FORMAT parquet)"
        )
        self._beside.close()
        self._parquet.with_suffix(".duckdb").unlink()

    def _fill(self, part: Part, end: datetime.date) -> None:
        hours = np.arange(part.clock.start(self.end) + 1, part.clock.start(end) + 1, dtype=np.int64)
        for series in part.series:
            drawn = part.random.integers(3, 300, len(hours)).astype(np.float64)
            self._store(Values(np.full(len(hours), series.pk), hours, drawn), part, series)
        Series.objects.filter(pk__in=[series.pk for series in part.series]).update(
            first_hour=part.clock.start(FIRST) + 1, last_hour=int(hours[-1])
        )
        days = {self.end + datetime.timedelta(days=number) for number in range((end - self.end).days)}
        changed_days = {str(pollutant): set(days) for pollutant in Pollutant}
        pool_days(city=part.city, averaging="hour", changed_days=changed_days)

    def _store(self, values: Values, part: Part, series: Series) -> None:
        store, days = store_here(), days_of(values, part.clock)
        store.insert(values, part.delivery.pk)
        store.put_days(days, figures(days, values))
        late = hours_late(values.hour, part.delivery.received_at)
        place = series.station_id, series.pollutant
        note_arrivals(values, late, clock=part.clock, place=lambda _series: place)
        self._beside.register("arrays", {"series": values.series, "hour": values.hour, "value": values.value})
        self._beside.execute("INSERT INTO v SELECT series, hour, value FROM arrays")
        self._beside.unregister("arrays")
        self.values += len(values)


def _part(city: City) -> Part:
    source = SOURCE_OF[city.code]
    delivery = Delivery.objects.create(
        source=source.name, city=city, name="generated", received_at=timezone.now()
    )
    stations = list(Station.objects.of(city).measuring())
    series = [_entered(station, pollutant, source) for pollutant in Pollutant for station in stations]
    return Part(city, LocalClock(city.time_zone), series, delivery, np.random.default_rng(city.pk))


def _entered(station: Station, pollutant: Pollutant, source: Source) -> Series:
    scale = source.scales[pollutant]
    return Series.objects.create(
        station=station,
        pollutant=pollutant,
        averaging="hour",
        unit=scale.unit,
        reference_state=scale.reference_states[-1],
        source=source.name,
    )


def _settle() -> None:
    """Let the database know what it holds, as its own housekeeping does after a while."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
