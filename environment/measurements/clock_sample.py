"""What a delivery says, kept until its clock was compared: four bytes an hour, some pages at most."""

from collections import defaultdict
from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from environment.measurements.arrays import Floats, Values

# Fine dust first: both cities have it everywhere. The weather's own day makes ozone the surest witness.
WITNESSES = ("pm25", "o3", "pm10", "no2")
PAGE, HOURS = 4096, 2**32 - 1
# 32 MB: seven years of a city with all four. What comes later in the delivery is taken on trust.
MOST_PAGES = 2048


class ClockSample:
    """The values of a delivery by series and hour, in pages of half a year."""

    def __init__(self) -> None:
        self._number: dict[int, int] = {}
        self._pages: NDArray[np.float32] = np.full((16, PAGE), np.nan, np.float32)

    def note(self, values: Values) -> None:
        """Keep values that are in order of position, as far as there is room."""
        if not len(values):
            return
        key = values.series << 32 | values.hour // PAGE
        begins = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
        numbers = [self._numbered(page) for page in key[begins].tolist()]
        while len(self._number) > len(self._pages):
            self._pages = np.concatenate([self._pages, np.full_like(self._pages, np.nan)])
        number = np.repeat(numbers, np.diff(np.r_[begins, len(key)]))
        kept = number >= 0
        self._pages[number[kept], (values.hour % PAGE)[kept]] = values.value[kept]

    def _numbered(self, page: int) -> int:
        if len(self._number) < MOST_PAGES:
            return self._number.setdefault(page, len(self._number))
        return self._number.get(page, -1)

    def series(self) -> list[int]:
        return sorted({page >> 32 for page in self._number})

    def runs(self, series: Collection[int]) -> Iterator[tuple[int, Floats]]:
        """Yield the mean of some series in runs without a gap of months: the first hour, then each hour's.

        NaN is an hour that none of them has.
        """
        chosen = set(series)
        numbers: dict[int, list[int]] = defaultdict(list)
        for page, number in self._number.items():
            if page >> 32 in chosen:
                numbers[page & HOURS].append(number)
        run: list[Floats] = []
        for page in sorted(numbers):
            run.append(self._mean(numbers[page]))
            if page + 1 not in numbers:
                yield from _trimmed((page + 1 - len(run)) * PAGE, np.concatenate(run))
                run = []

    def _mean(self, numbers: list[int]) -> Floats:
        total, known = np.zeros(PAGE), np.zeros(PAGE)
        for number in numbers:
            here = ~np.isnan(self._pages[number])
            total[here] += self._pages[number][here]
            known += here
        mean: Floats = np.divide(total, known, out=np.full(PAGE, np.nan), where=known > 0)
        return mean


def _trimmed(first: int, values: Floats) -> Iterator[tuple[int, Floats]]:
    known = np.flatnonzero(~np.isnan(values))
    if len(known):
        yield first + int(known[0]), values[known[0] : known[-1] + 1]
