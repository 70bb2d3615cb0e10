"""Whether two periods hold the same months of the year, and how they compare over those that both hold."""

import numpy as np

from environment.effects.periods import PeriodOfAir, Periods
from environment.statistics.blocks import Numbers
from environment.statistics.change import Days

# Shares of months that differ by more than this are said, and the same months are compared beside it.
NOTICEABLE = 0.02
# Above this the season could make the whole difference: the plain change is not given.
MOST = 0.10
# A month of the year is compared where both periods have values on so many of its days.
LEAST_DAYS = 10
MONTHS = range(1, 13)


def months_differ(periods: Periods) -> float:
    """Return half the sum of the differences of the months' shares: 0 the same months, 1 no common one."""
    shares = [_shares(period) for period in periods.both]
    return float(np.abs(shares[0] - shares[1]).sum() / 2)


def shared_months(periods: Periods) -> list[int]:
    """Return the months of the year on whose days both periods have enough values."""
    days = [np.bincount(period.months_of_year[period.days.n > 0], minlength=13) for period in periods.both]
    return [month for month in MONTHS if min(days[0][month], days[1][month]) >= LEAST_DAYS]


def over_months(period: PeriodOfAir, months: list[int]) -> Days:
    """Return a period's days weighted so that each of `months` counts for as much as every other one."""
    values = _values(period)
    factor = np.zeros(13)
    factor[months] = 1 / values[months]
    weights: Numbers = factor[period.months_of_year]
    return Days(period.days.n * weights, period.days.total * weights)


def _shares(period: PeriodOfAir) -> Numbers:
    values = _values(period)
    return values / values.sum() if values.any() else values


def _values(period: PeriodOfAir) -> Numbers:
    """Return the number of values in each month of the year; the first place is empty."""
    return np.bincount(period.months_of_year, period.days.n, 13).astype(np.float64)
