"""The change of a mean between two periods with its interval, by the stationary block bootstrap.

Source: Politis and Romano (1994), "The stationary bootstrap". Days are drawn in blocks of random length,
wrapped around the end of the period, so that days which resemble their neighbours stay together. The two
periods are drawn independently; several series of one period are drawn together, so that what they share
(the weather of a day) stays shared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from environment.statistics.blocks import Numbers, block_length

DRAWN_AT_A_TIME = 100


@dataclass(frozen=True)
class Days:
    """One period of a series: how many values each calendar day has, and their sum; 0 of both is a gap."""

    n: Numbers
    total: Numbers

    @property
    def mean(self) -> float:
        return float(self.total.sum() / self.n.sum())

    @property
    def means(self) -> Numbers:
        """The mean of each day, NaN where there is a gap."""
        gaps: Numbers = np.full(len(self.n), np.nan)
        np.divide(self.total, self.n, out=gaps, where=self.n > 0)
        return gaps


@dataclass(frozen=True)
class Interval:
    value: float
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Change:
    """`relative` is in percent of the baseline's mean, None where that mean is not above zero."""

    baseline: Interval
    evaluation: Interval
    absolute: Interval
    relative: Interval | None
    block_lengths: tuple[float, float]


def mean(days: Days, *, replications: int, seed: int, confidence: float = 0.95) -> Interval:
    """Return the mean of one period that holds values, with its percentile interval."""
    random = np.random.default_rng(seed)
    (draws,) = _means([days], block_length(days.means), replications, random)
    return _interval(days.mean, draws, confidence)


def change(
    baseline: Days, evaluation: Days, *, replications: int, seed: int, confidence: float = 0.95
) -> Change:
    """Return means and change with percentile intervals. Both periods must hold values."""
    random = np.random.default_rng(seed)
    lengths = block_length(baseline.means), block_length(evaluation.means)
    (before,) = _means([baseline], lengths[0], replications, random)
    (after,) = _means([evaluation], lengths[1], replications, random)
    old, new = baseline.mean, evaluation.mean
    relative = None
    if old > 0 and (before > 0).all():
        relative = _interval(100 * (new / old - 1), 100 * (after / before - 1), confidence)
    return Change(
        baseline=_interval(old, before, confidence),
        evaluation=_interval(new, after, confidence),
        absolute=_interval(new - old, after - before, confidence),
        relative=relative,
        block_lengths=lengths,
    )


def difference_of_changes(
    own: tuple[Days, Days],
    controls: tuple[Days, Days],
    *,
    replications: int,
    seed: int,
    confidence: float = 0.95,
) -> Interval:
    """Return how much more the own mean changed than the controls' did; both change over the same days.

    Each tuple holds the baseline and the evaluation. The block length follows the difference of both series.
    """
    random = np.random.default_rng(seed)
    draws = []
    for ours, theirs in zip(own, controls, strict=True):
        length = block_length(ours.means - theirs.means)
        drawn, drawn_of_controls = _means([ours, theirs], length, replications, random)
        draws.append(drawn - drawn_of_controls)
    value = (own[1].mean - own[0].mean) - (controls[1].mean - controls[0].mean)
    return _interval(value, draws[1] - draws[0], confidence)


def _means(
    series: Sequence[Days], length: float, replications: int, random: np.random.Generator
) -> list[Numbers]:
    """Return the mean of each series in each replication; all series are drawn on the same days."""
    size = len(series[0].n)
    parts: list[list[Numbers]] = [[] for _each in series]
    for places in _draws(size, length, replications, random):
        for part, days in zip(parts, series, strict=True):
            n = days.n[places].sum(axis=1)
            sums = days.total[places].sum(axis=1)
            part.append(np.divide(sums, n, out=np.full(len(n), days.mean), where=n > 0))
    return [np.concatenate(part) for part in parts]


def _draws(
    size: int, length: float, replications: int, random: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    """Yield rows of `size` places: blocks of geometric length with the mean `length`, wrapped around."""
    steps = np.arange(size)
    for done in range(0, replications, DRAWN_AT_A_TIME):
        rows = min(DRAWN_AT_A_TIME, replications - done)
        begins = random.random((rows, size)) < 1 / length
        begins[:, 0] = True
        starts = random.integers(0, size, (rows, size))
        begun = np.maximum.accumulate(np.where(begins, steps, 0), axis=1)
        yield (np.take_along_axis(starts, begun, axis=1) + steps - begun) % size


def _interval(value: float, draws: Numbers, confidence: float) -> Interval:
    tail = (1 - confidence) / 2
    low, high = np.quantile(draws, [tail, 1 - tail])
    return Interval(value, float(low), float(high))
