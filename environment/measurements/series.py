"""Finds or enters the series that a delivery's readings belong to."""

import numpy as np

from committee.cities.models import City
from environment.measurements.arrays import Integers, Values
from environment.measurements.models import Series
from environment.measurements.store import store_here
from environment.sources.declared import Source
from environment.sources.judging import SeriesKey
from environment.stations.register import StationRegister


class SeriesRegister:
    """The series of one source, found by the names that its files use."""

    def __init__(self, source: Source, city: City) -> None:
        self.source = source
        self.stations = StationRegister(city)
        known = Series.objects.of_city(city).filter(source=source.name, averaging=source.averaging)
        self._series = {(row.station_id, row.pollutant, row.unit, row.reference_state): row for row in known}
        self._ids: list[int] = []
        self._by_id: dict[int, Series] = {}
        self._widened: dict[int, tuple[int, int]] = {}
        self._before = {row.pk: (row.first_hour, row.last_hour) for row in known}

    def ids(self, keys: list[SeriesKey]) -> Integers:
        """Return the ids of the series of `keys`, a list that only grows."""
        for key in keys[len(self._ids) :]:
            series = self._found_or_entered(key)
            self._by_id[series.pk] = series
            self._ids.append(series.pk)
        return np.array(self._ids, np.int64)

    def series(self, series: int) -> Series:
        return self._by_id[series]

    def stretch_before(self, series: Series) -> tuple[int, int] | None:
        """Return from which hour to which any series of the city was known before the delivery."""
        first, last = series.first_hour, series.last_hour
        if (series.source, series.averaging) == (self.source.name, self.source.averaging):
            first, last = self._before.get(series.pk, (None, None))
        return None if first is None or last is None else (first, last)

    def pollutant(self, series: int) -> str:
        return self._by_id[series].pollutant

    def place(self, series: int) -> tuple[int, str]:
        """Return station and pollutant of a series."""
        found = self._by_id[series]
        return found.station_id, found.pollutant

    def widen(self, stretches: dict[int, tuple[int, int]]) -> None:
        """Widen the first and last hour of series by their ids."""
        for pk, (first, last) in stretches.items():
            series = self._by_id[pk]
            series.first_hour = min(first, first if series.first_hour is None else series.first_hour)
            series.last_hour = max(last, last if series.last_hour is None else series.last_hour)
            self._widened[pk] = series.first_hour, series.last_hour

    def save_stretches(self) -> None:
        """Store the first and last hours of series that were widened."""
        store_here().put_stretches([(pk, first, last) for pk, (first, last) in sorted(self._widened.items())])

    def _found_or_entered(self, key: SeriesKey) -> Series:
        station = self.stations.named(key.station)
        unit = key.unit or self.source.scales[key.pollutant].unit
        place = (station.pk, key.pollutant, unit, key.reference_state)
        if place not in self._series:
            self._series[place] = Series.objects.create(
                station=station,
                pollutant=key.pollutant,
                averaging=self.source.averaging,
                unit=unit,
                reference_state=key.reference_state,
                source=self.source.name,
            )
        return self._series[place]


def stretches(values: Values) -> dict[int, tuple[int, int]]:
    """Return first and last hour of each series in `values`."""
    series, place = np.unique(values.series, return_inverse=True)
    first, last = np.full(len(series), np.iinfo(np.int64).max), np.zeros(len(series), np.int64)
    np.minimum.at(first, place, values.hour)
    np.maximum.at(last, place, values.hour)
    return dict(zip(series.tolist(), zip(first.tolist(), last.tolist(), strict=True), strict=True))
