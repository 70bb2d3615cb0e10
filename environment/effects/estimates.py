"""The figures about two periods, each with its interval or with the reason why there is none."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from environment.effects import season
from environment.effects.findings import Estimate, Reason, What
from environment.effects.periods import LEAST_CAPTURE, PeriodOfAir, Periods
from environment.statistics.change import Change, Days, Interval, change, difference_of_changes, mean
from environment.statistics.seasons import without_season

REPLICATIONS = 2000
CHANGE = (What.CHANGE, What.CHANGE_PERCENT)
SAME_MONTHS = (What.SAME_MONTHS, What.SAME_MONTHS_PERCENT)


@dataclass(frozen=True)
class Compared:
    """The estimates about means and change, and how long the bootstrap's blocks were, in days."""

    estimates: list[Estimate]
    months_differ: float
    shared_months: list[int]
    blocks: tuple[float, float] | None


def compare(periods: Periods, seed: int) -> Compared:
    """Return means and change; over the same months of the year too where the periods differ in these."""
    differ, shared = season.months_differ(periods), season.shared_months(periods)
    if not periods.are_enough:
        return Compared(_too_little(periods, seed), differ, shared, None)
    found = found_change(*comparable(periods), seed)
    estimates = [
        _of_period(What.BASELINE, periods.baseline, found.baseline),
        _of_period(What.EVALUATION, periods.evaluation, found.evaluation),
        *_changes(CHANGE, periods, None if differ > season.MOST else found),
    ]
    if differ > season.NOTICEABLE:
        over = found_change(*comparable(periods, shared), seed) if shared else None
        estimates += _changes(SAME_MONTHS, periods, over)
    return Compared(estimates, differ, shared, found.block_lengths)


def against_controls(own: Periods, controls: Periods | None, seed: int) -> Estimate:
    """Return how the own change differs from that of the control stations, over days that both have.

    Where the periods hold other months of the year each of the same months counts for as much as another.
    """
    what = What.AGAINST_CONTROLS
    if controls is None:
        return estimate_of(what, 0, 0, 0, Reason.NO_CONTROLS)
    ours, theirs = _on_shared_days(own, controls)
    counts = fewest_days(ours)
    if counts[0] < counts[2]:
        return estimate_of(what, *counts, Reason.TOO_LITTLE)
    months = season.shared_months(ours) if season.months_differ(own) > season.MOST else None
    if months == []:
        return estimate_of(what, *counts, Reason.OTHER_MONTHS)
    found = difference_of_changes(
        comparable(ours, months), comparable(theirs, months), replications=REPLICATIONS, seed=seed
    )
    return estimate_of(what, *counts, found)


def fewest_days(periods: Periods) -> tuple[int, int, int]:
    """Return days with values, all days and how many are needed, of the period with the lesser share."""
    days = [(int((period.days.n > 0).sum()), len(period.days.n)) for period in periods.both]
    n, size = min(days, key=lambda counts: counts[0] / counts[1])
    return n, size, math.ceil(LEAST_CAPTURE * size)


def estimate_of(what: What, n: int, expected: int, needed: int, found: Interval | Reason) -> Estimate:
    estimate = Estimate(what=what, n=n, expected=expected, needed=needed)
    if isinstance(found, Interval):
        estimate.value, estimate.low, estimate.high = found.value, found.low, found.high
    else:
        estimate.reason = found
    return estimate


def comparable(periods: Periods, months: list[int] | None = None) -> tuple[Days, Days]:
    """Return both periods as they are drawn: with their means, without what the season makes of their days.

    With `months` each of these counts for as much as another, and the other ones for nothing.
    """
    days = [period.days if months is None else season.over_months(period, months) for period in periods.both]
    baseline, evaluation = without_season(days, [period.months_of_year for period in periods.both])
    return baseline, evaluation


def found_change(baseline: Days, evaluation: Days, seed: int) -> Change:
    return change(baseline, evaluation, replications=REPLICATIONS, seed=seed)


def _too_little(periods: Periods, seed: int) -> list[Estimate]:
    """A mean is given where its period holds enough, a comparison is not."""
    means = [
        _of_period(what, period, _mean_alone(period, seed) if period.is_enough else Reason.TOO_LITTLE)
        for what, period in zip((What.BASELINE, What.EVALUATION), periods.both, strict=True)
    ]
    return means + [_of_period(what, periods.weaker, Reason.TOO_LITTLE) for what in CHANGE]


def _mean_alone(period: PeriodOfAir, seed: int) -> Interval:
    (days,) = without_season([period.days], [period.months_of_year])
    return mean(days, replications=REPLICATIONS, seed=seed)


def _changes(what: tuple[What, What], periods: Periods, found: Change | None) -> list[Estimate]:
    """Return both forms of a change; none where the months of the year do not compare."""
    absolute, relative = what
    if found is None:
        return [_of_period(each, periods.weaker, Reason.OTHER_MONTHS) for each in what]
    return [
        _of_period(absolute, periods.weaker, found.absolute),
        _of_period(relative, periods.weaker, found.relative or Reason.NOT_ABOVE_ZERO),
    ]


def _of_period(what: What, period: PeriodOfAir, found: Interval | Reason) -> Estimate:
    return estimate_of(what, period.n, period.expected, period.needed, found)


def _on_shared_days(own: Periods, controls: Periods) -> tuple[Periods, Periods]:
    masks = [
        (mine.days.n > 0) & (theirs.days.n > 0) for mine, theirs in zip(own.both, controls.both, strict=True)
    ]
    return _kept(own, masks), _kept(controls, masks)


def _kept(periods: Periods, masks: Sequence[NDArray[np.bool_]]) -> Periods:
    baseline, evaluation = (
        replace(period, days=Days(period.days.n * mask, period.days.total * mask))
        for period, mask in zip(periods.both, masks, strict=True)
    )
    return Periods(baseline, evaluation)
