"""The calendar months between a baseline's start and an evaluation's end: their means and their trend."""

import datetime
import math
from collections.abc import Sequence

import numpy as np

from environment.effects.days import VALUES_A_DAY
from environment.effects.findings import Estimate, MonthOfAir, Reason
from environment.effects.periods import LEAST_CAPTURE, OwnAir
from environment.measurements.periods import Period, days_between, first_day
from environment.project_links.models import ProjectAirLink
from environment.statistics.blocks import Numbers
from environment.statistics.trend import seasonal_trend

MONTHS_A_YEAR = 12
# Three values of each month of the year: with fewer the test of the trend has next to nothing to count.
LEAST_MONTHS = 36


def months_of(link: ProjectAirLink, own: OwnAir, adjusted: Numbers | None) -> list[MonthOfAir]:
    """Return every month; one has a mean where it holds enough of the values of all its days."""
    stations = own.stations or int(own.place.stations.max())
    end = link.evaluation_until + datetime.timedelta(days=1)
    months = []
    for first, following in days_between(Period.MONTH, link.baseline_from, end):
        days = slice((first - link.baseline_from).days, (following - link.baseline_from).days)
        whole = first_day(Period.MONTH, first)
        month = MonthOfAir(
            first_day=whole,
            n=int(own.place.days.n[days].sum()),
            expected=stations * VALUES_A_DAY[own.kind.averaging] * _length(whole),
        )
        if month.expected and month.n >= LEAST_CAPTURE * month.expected:
            month.mean = float(own.place.days.total[days].sum()) / month.n
            month.adjusted = None if adjusted is None else _mean(adjusted[days], _length(whole))
        months.append(month)
    return months


def trend(what: str, months: Sequence[MonthOfAir], means: Sequence[float | None]) -> Estimate:
    """Return Theil and Sen's slope a year with the probability of the seasonal Mann-Kendall test."""
    series = np.array([np.nan if mean is None else mean for mean in means])
    n, expected = int(np.isfinite(series).sum()), len(months)
    estimate = Estimate(
        what=what,
        n=n,
        expected=expected,
        needed=max(LEAST_MONTHS, math.ceil(LEAST_CAPTURE * expected)),
    )
    found = seasonal_trend(series, period=MONTHS_A_YEAR) if n >= estimate.needed else None
    if found is None:
        estimate.reason = Reason.TOO_LITTLE
    else:
        estimate.value, estimate.low, estimate.high, estimate.p = found.slope, found.low, found.high, found.p
    return estimate


def _mean(days: Numbers, length: int) -> float | None:
    known = days[np.isfinite(days)]
    return float(known.mean()) if len(known) >= LEAST_CAPTURE * length else None


def _length(first: datetime.date) -> int:
    return ((first + datetime.timedelta(days=31)).replace(day=1) - first).days
