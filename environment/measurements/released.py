"""Readings that were released over a known value: what they replaced does not come back by itself."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, cast

import numpy as np

from committee.cities.models import City
from environment.measurements.arrays import Floats, Truths, Values
from environment.measurements.models import RejectedReading


class _Hour(NamedTuple):
    released: set[float]
    replaced: set[float]


class Released:
    """What was decided about hours of one source's series; next to nothing, as a rule."""

    def __init__(self) -> None:
        self._hours: dict[int, _Hour] = defaultdict(lambda: _Hour(set(), set()))
        self._positions = np.zeros(0, np.int64)

    @classmethod
    def of(cls, source: str, city: City) -> "Released":
        decided = cls()
        rows = RejectedReading.objects.filter(
            state=RejectedReading.State.RELEASED,
            replaced_value__isnull=False,
            series__source=source,
            series__station__city=city,
        )
        places = rows.values_list("series_id", "hour", "value", "replaced_value")
        for series, hour, value, instead_of in cast(Iterable[tuple[int, int, float, float]], places):
            released, replaced = decided._hours[series << 32 | hour]
            released.add(value)
            replaced.add(instead_of)
        decided._positions = np.array(sorted(decided._hours), np.int64)
        return decided

    def apply(self, values: Values, stored: Floats, differs: Truths, mentioned_before: Truths) -> None:
        """Mend `differs`: a value that a release replaced is known, one that contradicts it does so again.

        Args:
            stored: what is known for the hour of each value, NaN where nothing is.
        """
        if not len(self._positions):
            return
        position = values.position
        for place in np.flatnonzero(np.isin(position, self._positions)).tolist():
            hour, value = self._hours[int(position[place])], float(values.value[place])
            if float(stored[place]) not in hour.released:
                continue
            if mentioned_before[place] and value in hour.released:
                differs[place] = True
            elif value in hour.replaced:
                differs[place] = False
