"""Which hours a delivery holds, and how late its new values are."""

import datetime
from collections import Counter

import numpy as np

from environment.measurements.arrays import Integers

SECONDS_AN_HOUR = 3600


class HoursReceived:
    """Counts values by hour, so that a delivery of any length takes the memory of its hours alone."""

    def __init__(self) -> None:
        self._first: int | None = None
        self._last: int | None = None
        self._new: Counter[int] = Counter()

    def note(self, hours: Integers, *, new: Integers) -> None:
        """Count the hours of some values taken, and of those among them that are new."""
        if len(hours):
            first, last = int(hours.min()), int(hours.max())
            self._first = first if self._first is None else min(first, self._first)
            self._last = last if self._last is None else max(last, self._last)
        counted, times = np.unique(new, return_counts=True)
        self._new.update(dict(zip(counted.tolist(), times.tolist(), strict=True)))

    def figures(self, received_at: datetime.datetime) -> dict[str, float | int | None]:
        """Return the figures by the names of a delivery's columns, each None where there is nothing to say.

        Late is a value by the hours from the end of its hour until `received_at`; the median is that of
        the value in the middle, the earlier one of two.
        """
        received = received_at.timestamp() / SECONDS_AN_HOUR
        late = sorted((round(received - hour, 2), times) for hour, times in self._new.items())
        return {
            "first_hour": self._first,
            "last_hour": self._last,
            "median_hours_late": _median(late),
            "most_hours_late": late[-1][0] if late else None,
        }


def _median(counted: list[tuple[float, int]]) -> float | None:
    """Return the value in the middle of sorted values, each with how often it is there."""
    half, passed = sum(times for _, times in counted) / 2, 0
    for value, times in counted:
        passed += times
        if passed >= half:
            return value
    return None
