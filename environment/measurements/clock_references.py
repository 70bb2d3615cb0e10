"""Series that were known before a delivery, and their hours as they were then."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

import numpy as np
from django.db.models import Avg

from environment.measurements.arrays import Floats
from environment.measurements.clock_sample import WITNESSES
from environment.measurements.models import Averaging, Delivery, Measurement, Revision, Series
from environment.measurements.series import SeriesRegister


class Known(NamedTuple):
    """A series, and from which hour to which it was known."""

    series: Series
    first: int
    last: int

    def overlap(self, first: int, last: int) -> int:
        return max(0, min(last, self.last) - max(first, self.first) + 1)


class References:
    """What a delivery can be compared with; asked once its values are in the store."""

    def __init__(self, delivery: Delivery, register: SeriesRegister) -> None:
        self._delivery = delivery
        self._known: dict[tuple[int, str, str], list[Known]] = defaultdict(list)
        found = Series.objects.of_city(delivery.city).filter(
            first_hour__isnull=False, pollutant__in=WITNESSES
        )
        for one in found.select_related("station"):
            if stretch := register.stretch_before(one):
                self._known[one.station_id, one.pollutant, one.averaging].append(Known(one, *stretch))

    def __bool__(self) -> bool:
        return bool(self._known)

    def of(self, station: int, pollutant: str, averaging: str, hours: tuple[int, int]) -> list[Series]:
        """Return the series known at a station that share most hours, the one that shares most first."""
        known = self._known.get((station, pollutant, averaging), [])
        sharing = [(one.overlap(*hours), one.series) for one in known if one.overlap(*hours)]
        return [series for _overlap, series in sorted(sharing, key=lambda each: -each[0])]

    def pools(self, pollutant: str, hours: tuple[int, int]) -> list[list[Series]]:
        """Return the series of the city that can be averaged, the group that shares most hours first."""
        groups: dict[tuple[str, str, str], list[Known]] = defaultdict(list)
        for (_station, measured, averaging), known in self._known.items():
            if measured == pollutant and averaging == Averaging.HOUR:
                for one in known:
                    groups[one.series.source, one.series.unit, one.series.reference_state].append(one)
        shared = {key: sum(one.overlap(*hours) for one in group) for key, group in groups.items()}
        order = sorted((key for key in groups if shared[key]), key=lambda key: -shared[key])
        return [[one.series for one in groups[key] if one.overlap(*hours)] for key in order]

    def hours(self, series: list[Series], first: int, last: int) -> Floats:
        """Return the mean of series in each hour from `first` to `last` as it was before the delivery.

        NaN is an hour that none of them had.
        """
        values = np.full(last - first + 1, np.nan)
        stored = Measurement.objects.filter(series__in=series, hour__range=(first, last)).exclude(
            delivery=self._delivery
        )
        if len(series) == 1:
            _fill(values, first, stored.values_list("hour", "value"))
            revised = Revision.objects.filter(
                series=series[0], hour__range=(first, last), new_delivery=self._delivery
            )
            _fill(values, first, revised.values_list("hour", "old_value"))
        else:
            _fill(values, first, stored.values_list("hour").annotate(Avg("value")))
        return values


def _fill(values: Floats, first: int, rows: Iterable[tuple[int, float]]) -> None:
    found = np.fromiter(chain.from_iterable(rows), np.float64).reshape(-1, 2)
    values[found[:, 0].astype(np.int64) - first] = found[:, 1]
