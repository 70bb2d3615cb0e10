"""Released readings on their way into the store, by the door that deliveries come through."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

import numpy as np

from committee.cities.models import City
from environment.measurements.arrays import Floats, Truths, Values, look_up
from environment.measurements.arrivals import hours_late, note_arrivals
from environment.measurements.merging import Merged, Merger
from environment.measurements.models import Averaging, Delivery, RejectedReading, Series
from environment.measurements.pooling import pool_days
from environment.measurements.series import stretches
from environment.measurements.store import store_here
from environment.sources.clock import LocalClock


def admit(*, city: City, readings: Sequence[RejectedReading], replace: bool) -> list[RejectedReading]:
    """Store the values of readings and return those stored, with what they replaced.

    Not stored are readings that contradict each other, and those for whose hour another value is known
    where `replace` does not say so. The caller holds the lock of the city and a transaction.
    """
    admitted: list[RejectedReading] = []
    ordered = sorted(_agreeing(readings), key=_origin)
    for (averaging, _), group in groupby(ordered, key=_origin):
        chosen = list(group)
        admitted += Admission(city, averaging, chosen[0].delivery).of(chosen, replace)
    return admitted


def _agreeing(readings: Sequence[RejectedReading]) -> list[RejectedReading]:
    values: dict[tuple[int | None, int | None], set[float | None]] = defaultdict(set)
    for each in readings:
        values[each.series_id, each.hour].add(each.value)
    return [each for each in readings if len(values[each.series_id, each.hour]) == 1]


def _origin(reading: RejectedReading) -> tuple[str, int]:
    assert reading.series is not None  # the table keeps no value without its series
    return reading.series.averaging, reading.delivery_id


class Admission:
    """Readings of one averaging period out of one delivery."""

    def __init__(self, city: City, averaging: str, delivery: Delivery) -> None:
        self._city, self._averaging, self._delivery = city, averaging, delivery
        self._clock, self._store = LocalClock(city.time_zone), store_here()

    def of(self, readings: list[RejectedReading], replace: bool) -> list[RejectedReading]:
        readings.sort(key=lambda each: (each.series_id, each.hour))
        values = Values(
            np.array([each.series_id for each in readings], np.int64),
            np.array([each.hour for each in readings], np.int64),
            np.array([each.value for each in readings], np.float64),
        )
        known = self._known(values)
        differs = ~np.isnan(known) & (known != values.value)
        for place in np.flatnonzero(differs).tolist():
            readings[place].replaced_value = float(known[place])
        taken = np.full(len(values), True) if replace else ~differs
        self._take(values, taken)
        return [each for each, is_taken in zip(readings, taken.tolist(), strict=True) if is_taken]

    def _known(self, values: Values) -> Floats:
        """Return what is stored for the hour of each value, NaN where nothing is."""
        hours = zip(values.series.tolist(), values.hour.tolist(), strict=True)
        stored = self._store.known([(series, hour - 1, hour) for series, hour in hours])
        found, place = look_up(values, stored)
        known = np.full(len(values), np.nan)
        known[found] = stored.value[place]
        return known

    def _take(self, values: Values, taken: Truths) -> None:
        merger = Merger(self._clock, self._delivery.pk, self._store)
        merged = merger.merge(values.at(taken), np.zeros(int(taken.sum()), bool))
        by_id = Series.objects.in_bulk(np.unique(values.series).tolist())
        _widen(by_id, merged.new)
        if self._averaging == Averaging.HOUR:
            self._note_arrivals(merged, by_id)
        changed: dict[str, set[datetime.date]] = defaultdict(set)
        for series, day in merged.days:
            changed[by_id[series].pollutant].add(day)
        pool_days(city=self._city, averaging=self._averaging, changed_days=changed, delivery=self._delivery)

    def _note_arrivals(self, merged: Merged, by_id: dict[int, Series]) -> None:
        """A released reading came when its delivery did, however long the decision took."""
        late = hours_late(merged.new.hour, self._delivery.received_at)
        places = {pk: (series.station_id, series.pollutant) for pk, series in by_id.items()}
        note_arrivals(merged.new, late, clock=self._clock, place=places.__getitem__)


def _widen(by_id: dict[int, Series], new: Values) -> None:
    for pk, (first, last) in stretches(new).items():
        series = by_id[pk]
        series.first_hour = first if series.first_hour is None else min(first, series.first_hour)
        series.last_hour = last if series.last_hour is None else max(last, series.last_hour)
    Series.objects.bulk_update(by_id.values(), ["first_hour", "last_hour"], batch_size=100)
