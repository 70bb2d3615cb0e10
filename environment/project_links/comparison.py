"""Two periods of the same air beside each other: what changed, never what caused it."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from environment.project_links.days import (
    JUDGED_BY_8_HOURS,
    KINDS,
    VALUES_A_DAY,
    AirDay,
    AirOfLink,
    Kind,
    air_of,
)
from environment.project_links.models import ProjectAirLink
from environment.standards import Averaging, Limit, ambient_limit, convert

# Below this share of the expected values a mean says little: no number is given.
LEAST_CAPTURE = 0.75


@dataclass(frozen=True)
class DaysAbove:
    """How many of the valid days lay above the limits that were in force on them."""

    limits: Sequence[Limit]
    days: int
    valid_days: int


@dataclass(frozen=True)
class PeriodOfAir:
    """One period: `mean` is None where fewer than three quarters of the expected values are there."""

    first: datetime.date
    last: datetime.date
    n: int
    expected: int
    mean: float | None
    above: Sequence[DaysAbove]

    @property
    def capture(self) -> float:
        return self.n / self.expected if self.expected else 0.0

    @property
    def is_enough(self) -> bool:
        return self.mean is not None


@dataclass(frozen=True)
class Comparison:
    """A link's baseline and evaluation in one unit; the change is None unless both have a mean."""

    unit: str
    reference_state: str
    kind: Kind
    sources: Sequence[str]
    was_converted: bool
    baseline: PeriodOfAir
    evaluation: PeriodOfAir

    @property
    def change(self) -> float | None:
        if self.baseline.mean is None or self.evaluation.mean is None:
            return None
        return self.evaluation.mean - self.baseline.mean

    @property
    def change_percent(self) -> float | None:
        if self.change is None or not self.baseline.mean:
            return None
        return 100 * self.change / self.baseline.mean


def compare_all(links: Iterable[ProjectAirLink]) -> dict[int, Comparison]:
    """Return the comparison of each link by the link's id, in two queries; the links come `with_places`."""
    links = list(links)
    air = air_of(links)
    return {link.pk: _compared(link, air[link.pk]) for link in links}


def _compared(link: ProjectAirLink, air: AirOfLink) -> Comparison:
    """Compare like with like: both periods from the first kind of days that covers both well enough."""
    candidates = [
        Comparison(
            air.unit,
            air.reference_state,
            kind,
            air.sources[kind],
            air.was_converted,
            _period(link, air, kind, link.baseline_from, link.baseline_until),
            _period(link, air, kind, link.evaluation_from, link.evaluation_until),
        )
        for kind in KINDS
    ]
    captures = [min(one.baseline.capture, one.evaluation.capture) for one in candidates]
    enough = [one for one, capture in zip(candidates, captures, strict=True) if capture >= LEAST_CAPTURE]
    return enough[0] if enough else candidates[captures.index(max(captures))]


def _period(
    link: ProjectAirLink, air: AirOfLink, kind: Kind, first: datetime.date, last: datetime.date
) -> PeriodOfAir:
    days = {day: values for day, values in air.days[kind].items() if first <= day <= last}
    stations = len(link.stations.all()) or max((values.stations for values in days.values()), default=0)
    expected_a_day = stations * VALUES_A_DAY[kind.averaging]
    expected = expected_a_day * ((last - first).days + 1)
    n = sum(values.n for values in days.values())
    if not expected or n < LEAST_CAPTURE * expected:
        return PeriodOfAir(first, last, n, expected, None, ())
    valid = {day: values for day, values in days.items() if values.n >= LEAST_CAPTURE * expected_a_day}
    above = [_days_above(link, air, who, valid) for who in (link.city.country, "WHO")]
    mean = sum(values.total for values in days.values()) / n
    return PeriodOfAir(first, last, n, expected, mean, [found for found in above if found])


def _days_above(
    link: ProjectAirLink, air: AirOfLink, who: str, days: Mapping[datetime.date, AirDay]
) -> DaysAbove | None:
    averaging: Averaging = "8h" if link.pollutant in JUDGED_BY_8_HOURS else "day"
    limits: dict[Limit, float] = {}
    above = judged = 0
    for day, values in days.items():
        limit = ambient_limit(who, link.pollutant, averaging, day)
        level = values.mean_of_highest_8h if averaging == "8h" else values.mean
        if limit is None or level is None:
            continue
        if limit not in limits:
            limits[limit] = _in_unit(limit, air)
        judged += 1
        above += level > limits[limit]
    return DaysAbove(sorted(limits, key=_first_day), above, judged) if limits else None


def _first_day(limit: Limit) -> datetime.date:
    return limit.in_force_from or datetime.date.min


def _in_unit(limit: Limit, air: AirOfLink) -> float:
    """Return a limit in the unit of the link's air; mass at two states compares through parts."""
    is_particle = limit.reference_state == "none"
    if limit.unit == air.unit and (is_particle or limit.reference_state == air.reference_state):
        return limit.value
    parts = convert(limit.value, limit.pollutant, limit.unit, "ppm", limit.reference_state)
    return convert(parts, limit.pollutant, "ppm", air.unit, air.reference_state)
