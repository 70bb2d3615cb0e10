"""Whether two series that tell of the same air go by the same clock.

What is correlated are the changes from hour to hour: levels of fine dust last for days and correlate at any
lag, their changes do so at one. All arrays hold an hour a place, NaN where none is known. A lag is positive
where our hours bear later labels than theirs; hours of UTC read as Korea's are 9 early, a lag of -9.
"""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

MOST_LAG = 24
HOURS_A_STRETCH = 720
# Fewer pairs of changes say nothing; a week has 168 hours.
FEWEST_PAIRS = 150
# Below it the best correlation is that of two series with little in common, whose lag may be the wind's.
LEAST_CORRELATION = 0.6
# How much better another lag than none must be; the second is divided by the root of the number of pairs.
LEAST_GAIN, NOISE = 0.1, 2.0
SHARE_OF_STRETCHES = 0.5
# What rounding leaves of the spread of a series that does not change.
SPREAD = 1e-12


class Stretch(NamedTuple):
    """Some weeks of two series: the lag at which they agree best, how well, and how well at none."""

    lag: int
    best: float
    at_none: float
    pairs: int

    @property
    def says_something(self) -> bool:
        return self.best >= LEAST_CORRELATION

    @property
    def is_shifted(self) -> bool:
        gain = max(LEAST_GAIN, NOISE / self.pairs**0.5)
        return self.says_something and self.best - self.at_none >= gain


@dataclass(frozen=True)
class Comparison:
    """What two series, or the days of several, say together of the clock; `lag` is 0 where it is the same.

    `best` and `at_none` are the correlations, or shares of matching days, at the lag and at none; `shifted`
    of so many stretches or days show the lag.
    """

    lag: int
    best: float
    at_none: float
    stretches: int
    shifted: int
    is_clear: bool


def judged(found: list[Stretch]) -> Comparison | None:
    """Return what the stretches of one series say together; None of none."""
    if not found:
        return None
    telling = [stretch for stretch in found if stretch.says_something] or found
    lags = Counter(stretch.lag for stretch in telling if stretch.is_shifted)
    lag, shifted = lags.most_common(1)[0] if lags else (0, 0)
    if shifted < SHARE_OF_STRETCHES * len(telling):
        lag, shifted = 0, 0
    shown = [each for each in telling if each.is_shifted and each.lag == lag] if shifted else telling
    return Comparison(
        lag=lag,
        best=float(np.median([stretch.best for stretch in shown])),
        at_none=float(np.median([stretch.at_none for stretch in shown])),
        stretches=len(telling),
        shifted=shifted,
        is_clear=telling[0].says_something,
    )


def stretches(ours: Numbers, theirs: Numbers) -> list[Stretch]:
    """Compare two series by stretches of 30 days; those that share too little are left out.

    What remains at the end belongs to the last stretch.

    Args:
        theirs: begins `MOST_LAG` hours earlier than `ours` and ends as many later.
    """
    number = max(1, round(len(ours) / HOURS_A_STRETCH))
    ends = [*range(HOURS_A_STRETCH, number * HOURS_A_STRETCH, HOURS_A_STRETCH), len(ours)]
    found = [
        _stretch(ours[start:end], theirs[start : end + 2 * MOST_LAG])
        for start, end in zip([0, *ends[:-1]], ends, strict=True)
    ]
    return [stretch for stretch in found if stretch]


def _stretch(ours: Numbers, theirs: Numbers) -> Stretch | None:
    (at_none,), (pairs,) = correlations(ours, theirs[MOST_LAG:-MOST_LAG])
    if pairs < FEWEST_PAIRS or np.isnan(at_none):
        return None
    if at_none > 1 - LEAST_GAIN:
        # No other lag can be that much better, so none is tried.
        return Stretch(0, float(at_none), float(at_none), int(pairs))
    correlation, pairs_at = correlations(ours, theirs)
    usable = np.where(pairs_at >= FEWEST_PAIRS, correlation, np.nan)
    best = int(np.nanargmax(usable))
    return Stretch(best - MOST_LAG, float(usable[best]), float(at_none), int(pairs))


def correlations(ours: Numbers, theirs: Numbers) -> tuple[Numbers, NDArray[np.int64]]:
    """Return the correlation of changes at each lag, the least first, and of how many pairs each is.

    NaN where one of the two does not change at all. `theirs` is longer by twice the highest lag.
    """
    change, other = np.diff(ours), np.diff(theirs)
    # A row a lag: the least one sees the latest of theirs.
    others = np.lib.stride_tricks.sliding_window_view(other, len(change))[::-1]
    both = ~np.isnan(change) & ~np.isnan(others)
    pairs = both.sum(axis=1)
    x, y = np.where(both, change, 0.0), np.where(both, others, 0.0)
    n = np.maximum(pairs, 1)
    mean_x, mean_y = x.sum(axis=1) / n, y.sum(axis=1) / n
    covariance = (x * y).sum(axis=1) / n - mean_x * mean_y
    spread_x, spread_y = (x * x).sum(axis=1) / n - mean_x**2, (y * y).sum(axis=1) / n - mean_y**2
    spread = np.sqrt(np.maximum(spread_x * spread_y, 0.0))
    known: Numbers = np.divide(covariance, spread, out=np.full(len(spread), np.nan), where=spread > SPREAD)
    return known, pairs
