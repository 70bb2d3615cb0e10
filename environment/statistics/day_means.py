"""Whether hours, shifted by some lag, come to the daily means that were published for the same station."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from environment.statistics.clock_lag import MOST_LAG, Comparison, Numbers

Integers = NDArray[np.int64]

HOURS_A_DAY = 24
# A mean of fewer hours than these is not the published one.
FEWEST_HOURS = 20
FEWEST_DAYS = 60
LEAST_SHARE, LEAST_GAIN = 0.5, 0.1
MOST_DECIMALS = 4


class Matches(NamedTuple):
    """How many days of a series were compared, and how many of them match at the lags -24 to 24."""

    days: int
    matching: Integers


def matches(ours: Numbers, starts: Integers, published: Numbers) -> Matches:
    """Count the days whose mean of our hours is the published one, to its last digit.

    Args:
        ours: an hour a place, NaN where none is known.
        starts: the place of the first hour of each day, at least 24 from both ends.
        published: the mean of each day.
    """
    known = ~np.isnan(ours)
    totals = np.concatenate([[0.0], np.cumsum(np.where(known, ours, 0.0))])
    counts = np.concatenate([[0], np.cumsum(known)])
    first = starts[:, None] + np.arange(-MOST_LAG, MOST_LAG + 1)
    n = counts[first + HOURS_A_DAY] - counts[first]
    mean = (totals[first + HOURS_A_DAY] - totals[first]) / np.maximum(n, 1)
    enough = n[:, MOST_LAG] >= FEWEST_HOURS
    near = np.abs(mean - published[:, None]) <= _half_a_digit(published) + 1e-9
    return Matches(int(enough.sum()), (near & (n >= FEWEST_HOURS) & enough[:, None]).sum(axis=0))


def judged(found: list[Matches]) -> Comparison | None:
    """Return what the days of several series say together; None of too few days."""
    days = sum(each.days for each in found)
    if days < FEWEST_DAYS:
        return None
    matching = np.sum([each.matching for each in found], axis=0)
    shares = matching / days
    best, at_none = int(np.argmax(shares)), float(shares[MOST_LAG])
    is_shifted = shares[best] >= LEAST_SHARE and shares[best] - at_none >= LEAST_GAIN
    if not is_shifted:
        return Comparison(0, at_none, at_none, days, 0, is_clear=at_none >= LEAST_SHARE)
    return Comparison(best - MOST_LAG, float(shares[best]), at_none, days, int(matching[best]), is_clear=True)


def _half_a_digit(published: Numbers) -> float:
    """Return half a step of the last digit to which means are written."""
    for decimals in range(MOST_DECIMALS):
        if np.allclose(published, np.round(published, decimals), rtol=0, atol=1e-9):
            return float(0.5 * 10.0**-decimals)
    return float(0.5 * 10.0**-MOST_DECIMALS)
