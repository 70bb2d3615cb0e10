"""Measurements as arrays: what is new about them, and what a day of them comes to.

Nothing here knows a database. `series` are ids, `hour` is the UTC end in hours since 1970, and
the three arrays of a `Values` have one length.
"""

from dataclasses import dataclass, field
from datetime import date
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
    def joined(cls, *parts: Self) -> Self:
        """Return several in one, in order of position; of an hour in two parts the later part comes last."""
        joined = cls(
            np.concatenate([part.series for part in parts]),
            np.concatenate([part.hour for part in parts]),
            np.concatenate([part.value for part in parts]),
        )
        order = np.argsort(joined.position, kind="stable")
        return cls(joined.series[order], joined.hour[order], joined.value[order])


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

    def at(self, places: Truths) -> "Days":
        """Return some of the days; they belong to no values any more."""
        return Days(
            self.series[places], self.day[places], self.start[places], self.length[places], _no_integers()
        )

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
    """Return the local days in which the hours of `values` began; both are in order of position."""
    first, last = clock.day(int(values.hour.min())).toordinal(), clock.day(int(values.hour.max())).toordinal()
    starts = np.array([clock.start(date.fromordinal(day)) for day in range(first, last + 2)], np.int64)
    day = np.searchsorted(starts, values.hour) - 1
    key = values.series << 32 | day
    is_first = np.ones(len(key), bool)
    is_first[1:] = key[1:] != key[:-1]
    at = day[is_first]
    return Days(
        series=values.series[is_first],
        day=first + at,
        start=starts[at],
        length=starts[at + 1] - starts[at],
        block=np.cumsum(is_first) - 1,
    )


@dataclass
class DayFigures:
    """What each of some days comes to; `max_8h_mean` is NaN where no window holds enough hours."""

    n: Integers
    total: Floats
    max_value: Floats
    max_8h_mean: Floats

    def at(self, places: Truths) -> "DayFigures":
        return DayFigures(
            self.n[places], self.total[places], self.max_value[places], self.max_8h_mean[places]
        )


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
