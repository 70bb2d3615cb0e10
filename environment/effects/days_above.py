"""Valid days above the limits of a day: each day is held against the limit that was in force on it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from environment.effects.days import Air
from environment.effects.findings import DaysAbove
from environment.effects.periods import PeriodOfAir, Periods
from environment.project_links.models import ProjectAirLink
from environment.standards import Averaging, Limit, ambient_limit, convert, limits_of

COUNTRIES = ("KR", "CN")


@dataclass
class Count:
    """Days under one value of one standard, whichever of its editions set it."""

    limit: Limit
    days: int = 0
    valid_days: int = 0
    is_verified: bool = True


def days_above(link: ProjectAirLink, air: Air, periods: Periods) -> list[DaysAbove]:
    """Return the counts of each period that holds enough, the own country's standard first."""
    countries = sorted(COUNTRIES, key=lambda country: country != link.city.country)
    return [
        DaysAbove(
            period=period,
            standard=count.limit.standard,
            averaging=count.limit.averaging,
            limit=count.limit.value,
            unit=count.limit.unit,
            is_verified=count.is_verified,
            in_force_from=count.limit.in_force_from,
            days=count.days,
            valid_days=count.valid_days,
        )
        for whose in [*countries, "WHO"]
        for period, days in zip(DaysAbove.Period, periods.both, strict=True)
        if days.is_enough
        for count in _counts(whose, link.pollutant, air, days)
    ]


def _counts(whose: str, pollutant: str, air: Air, period: PeriodOfAir) -> list[Count]:
    averaging = _averaging(whose, pollutant)
    counts: dict[tuple[str, float, str], Count] = {}
    for day, level in _levels(period, averaging):
        limit = ambient_limit(whose, pollutant, averaging, day)
        if limit is None:
            continue
        count = counts.setdefault((limit.standard, limit.value, limit.reference_state), Count(limit))
        count.valid_days += 1
        count.days += level > in_unit(limit, air)
        count.is_verified &= limit.verified
    return list(counts.values())


def _averaging(whose: str, pollutant: str) -> Averaging:
    """Return how a standard judges a day: by its highest mean over 8 hours, or by its mean."""
    return "8h" if limits_of(whose, pollutant, "8h") else "day"


def _levels(period: PeriodOfAir, averaging: Averaging) -> Iterator[tuple[datetime.date, float]]:
    levels = period.highest_8h if averaging == "8h" else period.days.means
    for place in np.flatnonzero(period.valid & np.isfinite(levels)).tolist():
        yield period.date(place), float(levels[place])


def in_unit(limit: Limit, air: Air) -> float:
    """Return a limit in the unit of the link's air; mass at two states compares through parts."""
    needs_no_state = limit.reference_state == "none"
    if limit.unit == air.unit and (needs_no_state or limit.reference_state == air.reference_state):
        return limit.value
    parts = convert(limit.value, limit.pollutant, limit.unit, "ppm", limit.reference_state)
    return convert(parts, limit.pollutant, "ppm", air.unit, air.reference_state)
