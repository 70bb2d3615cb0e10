"""Measurements as arrays: what is new about them, and what a day of them comes to.

Nothing here knows a database. `series` are ids, `hour` is the UTC end in hours since 1970, and
the three arrays of a `Values` have one length.
"""

from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from environment.sources.clock import LocalClock

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]

# A day has 25 hours where daylight saving time ends.
LONGEST_DAY = 25
WINDOW, FEWEST_IN_WINDOW = 8, 6


def _no_integers() -> Integers:
    return np.zeros(0, np.int64)


def _no_floats() -> Floats:
    return np.zeros(0, np.float64)


@dataclass
class Values:
    series: Integers = field(default_factory=_no_integers)
    hour: Integers = field(default_factory=_no_integers)
    value: Floats = field(default_factory=_no_floats)
    delivery: Integers = field(default_factory=_no_integers)

    def __len__(self) -> int:
        return len(self.value)

    @property
    def position(self) -> Integers:
        """One number for series and hour, in the order in which the store keeps them."""
        return self.series << 32 | self.hour

    def at(self, places: Integers | Truths) -> "Values":
        delivery = self.delivery[places] if len(self.delivery) else self.delivery
        return Values(self.series[places], self.hour[places], self.value[places], delivery)

    @classmethod
    def joined(cls, *parts: "Values") -> Self:
        """Return series, hours and values of several in one."""
        return cls(
            np.concatenate([part.series for part in parts]),
            np.concatenate([part.hour for part in parts]),
            np.concatenate([part.value for part in parts]),
        )


def first_of_each(values: Values) -> tuple[Integers, Integers, Integers]:
    """Return the places of first mentions in order of position, of equal repetitions, of contradictions."""
    order = np.argsort(values.position, kind="stable")
    position = values.position[order]
    is_first = np.ones(len(order), bool)
    is_first[1:] = position[1:] != position[:-1]
    first = order[is_first]
    again, original = order[~is_first], first[np.cumsum(is_first) - 1][~is_first]
    differs = values.value[again] != values.value[original]
    return first, again[~differs], again[differs]


def look_up(values: Values, known: Values) -> tuple[Truths, Integers]:
    """Return which values have a known one for their hour, and for each of these its place in `known`.

    `known` is in order of position.
    """
    place = np.searchsorted(known.position, values.position)
    inside = place < len(known)
    found = inside.copy()
    found[inside] = known.position[place[inside]] == values.position[inside]
    return found, place[found]


@dataclass
class Days:
    """The local days that values belong to: `block` numbers each value's series and day."""

    series: Integers
    day: Integers  # proleptic ordinal
    start: Integers
    length: Integers
    block: Integers

    @property
    def key(self) -> Integers:
        return self.series << 32 | self.day

    @property
    def runs(self) -> list[tuple[int, int, int]]:
        """Unbroken stretches of days as series, hour after which and hour until which."""
        if not len(self.series):
            return []
        broken = (np.diff(self.series) != 0) | (np.diff(self.day) != 1)
        first, last = np.flatnonzero(np.r_[True, broken]), np.flatnonzero(np.r_[broken, True])
        until = self.start[last] + self.length[last]
        return list(zip(self.series[first].tolist(), self.start[first].tolist(), until.tolist(), strict=True))


def days_of(values: Values, clock: LocalClock) -> Days:
    """Return the local days in which the hours of `values` began, in order of series and day."""
    hours, of_value = np.unique(values.hour, return_inverse=True)
    days = [clock.day(hour) for hour in hours.tolist()]
    ordinal = np.array([day.toordinal() for day in days], np.int64)
    start = np.array([clock.start(day) for day in days], np.int64)
    length = np.array([clock.end(day) for day in days], np.int64) - start
    key = values.series << 32 | ordinal[of_value]
    _, first, block = np.unique(key, return_index=True, return_inverse=True)
    at = of_value[first]
    return Days(values.series[first], ordinal[at], start[at], length[at], block)


@dataclass
class DayFigures:
    """What each of some days comes to; `max_8h_mean` is NaN where no window holds enough hours."""

    n: Integers
    total: Floats
    max_value: Floats
    max_8h_mean: Floats


def figures(days: Days, values: Values) -> DayFigures:
    """Return the figures of `days` from values in them.

    The 8-hour mean is the highest of the windows that lie wholly in the day and hold at least six values.
    """
    table = np.full((len(days.series), LONGEST_DAY), np.nan)
    table[days.block, values.hour - days.start[days.block] - 1] = values.value
    present = ~np.isnan(table)
    filled = np.where(present, table, 0.0)
    n, total = present.sum(axis=1), filled.sum(axis=1)
    max_value = np.where(present, table, -np.inf).max(axis=1, initial=-np.inf)
    return DayFigures(n, total, max_value, _highest_window(filled, present, days.length))


def _highest_window(filled: Floats, present: Truths, length: Integers) -> Floats:
    sums = np.lib.stride_tricks.sliding_window_view(filled, WINDOW, axis=1).sum(axis=2)
    counts = np.lib.stride_tricks.sliding_window_view(present, WINDOW, axis=1).sum(axis=2)
    ends = np.arange(WINDOW, LONGEST_DAY + 1)
    usable = (counts >= FEWEST_IN_WINDOW) & (ends <= length[:, None])
    means = np.where(usable, sums / np.maximum(counts, 1), -np.inf)
    highest = means.max(axis=1, initial=-np.inf)
    return np.where(np.isfinite(highest), highest, np.nan)
