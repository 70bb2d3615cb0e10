"""Takes the season out of the days of several periods, so that a bootstrap does not take it for chance.

A year's days drawn in blocks hold now more of the winter and now more of the summer; the calendar of the
periods that are compared is not drawn, it is given. What every month of the year has of its own, over all
periods together, is therefore taken off each day, and the mean of each period is left as it was.

The months' levels are estimated from the same days, which makes these lie closer together than they should:
what is left is spread by the root of N / (N - p), as after any regression, N counting blocks and not days.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from environment.statistics.blocks import Numbers, block_length
from environment.statistics.change import Days

# Few blocks under many months would be spread without end.
MOST_SPREAD = 2.0


def without_season(periods: Sequence[Days], groups: Sequence[NDArray[np.int64]]) -> list[Days]:
    """Return the periods less what each group (a month of the year) has of its own; their means stay.

    Args:
        groups: for each period the group of each of its days, a small whole number.
    """
    levels = _levels(periods, groups)
    left = [
        _around(days.mean, Days(days.n, days.total - days.n * levels[group]), 1.0)
        for days, group in zip(periods, groups, strict=True)
    ]
    spread = _spread(left, groups)
    return [_around(days.mean, days, spread) for days in left]


def _levels(periods: Sequence[Days], groups: Sequence[NDArray[np.int64]]) -> Numbers:
    n, total, group = (
        np.concatenate(parts)
        for parts in ([each.n for each in periods], [each.total for each in periods], list(groups))
    )
    values = np.bincount(group, n)
    sums = np.bincount(group, total)
    return np.divide(sums, values, out=np.zeros(len(values)), where=values > 0)


def _around(mean: float, days: Days, spread: float) -> Days:
    """Return days moved to have `mean`, each `spread` times as far from it."""
    return Days(days.n, days.n * mean + spread * (days.total - days.n * days.mean))


def _spread(periods: Sequence[Days], groups: Sequence[NDArray[np.int64]]) -> float:
    lengths = [block_length(days.means) for days in periods]
    blocks = sum(float((days.n > 0).sum()) / length for days, length in zip(periods, lengths, strict=True))
    months = len(np.unique(np.concatenate(list(groups)))) - 1
    return float(min(MOST_SPREAD, (blocks / (blocks - months)) ** 0.5)) if blocks > months else MOST_SPREAD
