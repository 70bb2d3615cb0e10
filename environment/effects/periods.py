"""The two periods of a link, and whether enough of their values are there to say anything."""

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from environment.effects.days import KINDS, VALUES_A_DAY, Air, Kind, Place, joined
from environment.project_links.models import ProjectAirLink
from environment.statistics.blocks import Numbers
from environment.statistics.change import Days

# Below this share of the expected values a mean says little: no number is given.
LEAST_CAPTURE = 0.75


@dataclass(frozen=True)
class PeriodOfAir:
    """The calendar days of one period of one place."""

    first: datetime.date
    days: Days
    highest_8h: Numbers
    expected_a_day: int

    @property
    def n(self) -> int:
        return int(self.days.n.sum())

    @property
    def expected(self) -> int:
        return self.expected_a_day * len(self.days.n)

    @property
    def needed(self) -> int:
        return math.ceil(LEAST_CAPTURE * self.expected)

    @property
    def capture(self) -> float:
        return self.n / self.expected if self.expected else 0.0

    @property
    def is_enough(self) -> bool:
        return self.expected > 0 and self.n >= LEAST_CAPTURE * self.expected

    @property
    def valid(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Which days hold enough of their own values to be held against a limit."""
        return (self.days.n > 0) & (self.days.n >= LEAST_CAPTURE * self.expected_a_day)

    def date(self, place: int) -> datetime.date:
        return self.first + datetime.timedelta(days=place)

    @property
    def months_of_year(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """The month of the year of each day, 1 to 12."""
        return np.array([self.date(place).month for place in range(len(self.days.n))])


@dataclass(frozen=True)
class Periods:
    baseline: PeriodOfAir
    evaluation: PeriodOfAir

    @property
    def weaker(self) -> PeriodOfAir:
        return min(self.both, key=lambda period: period.capture)

    @property
    def both(self) -> tuple[PeriodOfAir, PeriodOfAir]:
        return self.baseline, self.evaluation

    @property
    def are_enough(self) -> bool:
        return self.baseline.is_enough and self.evaluation.is_enough


@dataclass(frozen=True)
class OwnAir:
    """The link's own air in the kind of days that answers for it: all days of it, and both periods."""

    kind: Kind
    place: Place
    stations: int
    periods: Periods


def own_air(link: ProjectAirLink, air: Air) -> OwnAir:
    """Compare like with like: both periods from the first kind of days that covers both well enough."""
    chosen = [station.pk for station in link.stations.all()]
    candidates = [_own(link, air, kind, chosen) for kind in KINDS]
    captures = [one.periods.weaker.capture for one in candidates]
    enough = [one for one in candidates if one.periods.are_enough]
    return enough[0] if enough else candidates[captures.index(max(captures))]


def control_air(link: ProjectAirLink, air: Air, kind: Kind, stations: Sequence[int]) -> dict[int, Periods]:
    """Return the control stations with enough values in both periods, so that the same ones are compared."""
    places = {pk: air.places[kind][pk] for pk in stations if pk in air.places[kind]}
    found = {pk: periods_of(link, place, kind, 1) for pk, place in places.items()}
    return {pk: periods for pk, periods in found.items() if periods.are_enough}


def pooled(controls: Sequence[Periods]) -> Periods | None:
    """Return several control stations as one, None of none."""
    if not controls:
        return None
    return Periods(
        _pooled([each.baseline for each in controls]), _pooled([each.evaluation for each in controls])
    )


def _pooled(periods: Sequence[PeriodOfAir]) -> PeriodOfAir:
    days = Days(
        np.sum([period.days.n for period in periods], axis=0),
        np.sum([period.days.total for period in periods], axis=0),
    )
    return replace(periods[0], days=days, expected_a_day=sum(period.expected_a_day for period in periods))


def _own(link: ProjectAirLink, air: Air, kind: Kind, chosen: Sequence[int]) -> OwnAir:
    found = air.places[kind]
    own = [found[pk] for pk in found if not chosen or pk in chosen]
    size = (link.evaluation_until - link.baseline_from).days + 1
    place = joined(own) if own else _nothing(size)
    stations = len(chosen)
    return OwnAir(kind, place, stations, periods_of(link, place, kind, stations))


def periods_of(link: ProjectAirLink, place: Place, kind: Kind, stations: int) -> Periods:
    """Cut a place's days into both periods; 0 stations: as many as the best day of each period has."""

    def cut(first: datetime.date, last: datetime.date) -> PeriodOfAir:
        days = slice((first - link.baseline_from).days, (last - link.baseline_from).days + 1)
        expected = (stations or int(place.stations[days].max())) * VALUES_A_DAY[kind.averaging]
        return PeriodOfAir(
            first,
            Days(place.days.n[days], place.days.total[days]),
            place.highest_8h[days],
            expected,
        )

    return Periods(
        cut(link.baseline_from, link.baseline_until), cut(link.evaluation_from, link.evaluation_until)
    )


def _nothing(size: int) -> Place:
    empty = np.zeros(size)
    return Place(empty, Days(empty, empty), np.full(size, np.nan))
