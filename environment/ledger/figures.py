"""What was promised and what came, counted by day: from promises and arrivals, never from single values.

promised  hours whose deadline has passed, and hours that came before theirs
accepted  promised hours that have a value
late      accepted ones that came after their deadline; their lateness is that of the first arrival
missing   promised hours without a value
beyond    hours that came although nobody promised them
rejected  readings of the day that were not taken, see `RejectedReading`
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from committee.cities.models import City
from environment.ledger.promised import NOT_PROMISED, Calendar, Promised, promised
from environment.ledger.rejected import rejected_by_day
from environment.measurements.arrays import LONGEST_DAY
from environment.measurements.arrivals import LATE, NOT_RECEIVED, Late, arrivals_from
from environment.measurements.models import ArrivalDay
from environment.stations.models import Station

SECONDS_AN_HOUR = 3600
Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class Figures:
    """Counts of some hours; `hours_late` is the sum over the late ones, `most_hours_late` their worst."""

    promised: int = 0
    accepted: int = 0
    late: int = 0
    missing: int = 0
    beyond: int = 0
    rejected: int = 0
    hours_late: int = 0
    most_hours_late: int = 0

    @property
    def received(self) -> int:
        return self.accepted + self.beyond + self.rejected

    @property
    def share(self) -> float | None:
        """Share of the promised hours that have a value, 0 to 1; None where nothing was due."""
        return self.accepted / self.promised if self.promised else None

    @property
    def on_time(self) -> int:
        return self.accepted - self.late

    @property
    def mean_hours_late(self) -> float | None:
        return self.hours_late / self.late if self.late else None

    @classmethod
    def total(cls, parts: Iterable["Figures"]) -> "Figures":
        parts = list(parts)
        sums = {field.name: sum(getattr(part, field.name) for part in parts) for field in fields(cls)}
        return cls(**{**sums, "most_hours_late": max((part.most_hours_late for part in parts), default=0)})


@dataclass(frozen=True)
class Day:
    day: datetime.date
    figures: Figures


@dataclass(frozen=True)
class Month:
    first: datetime.date
    days: Sequence[Day]
    figures: Figures


@dataclass(frozen=True)
class Cells:
    """Each hour of each station on some days of one pollutant: station × day × hour, all of one shape."""

    deadline: NDArray[np.uint16]
    arrived: Late
    due: Truths

    @property
    def came(self) -> Truths:
        came: Truths = self.arrived != NOT_RECEIVED
        return came

    @property
    def accepted(self) -> Truths:
        return self.due & self.came

    @property
    def missing(self) -> Truths:
        missing: Truths = self.due & ~self.came
        return missing

    @property
    def late(self) -> Truths:
        return self.accepted & (self.arrived > self.deadline)

    @property
    def beyond(self) -> Truths:
        beyond: Truths = self.came & (self.deadline == NOT_PROMISED)
        return beyond

    def counted(self, axes: tuple[int, ...]) -> list[Figures]:
        """Return the figures of each place that is left when `axes` are added up."""
        late = self.late
        hours = np.where(late, self.arrived, 0)
        columns = {
            "promised": self.due.sum(axis=axes),
            "accepted": self.accepted.sum(axis=axes),
            "late": late.sum(axis=axes),
            "missing": self.missing.sum(axis=axes),
            "beyond": self.beyond.sum(axis=axes),
            "hours_late": hours.sum(axis=axes, dtype=np.int64),
            "most_hours_late": hours.max(axis=axes, initial=0),
        }
        rows = zip(*(column.tolist() for column in columns.values()), strict=True)
        return [Figures(**dict(zip(columns, row, strict=True))) for row in rows]


def days_of_city(
    city: City,
    *,
    pollutants: Sequence[str],
    first: datetime.date,
    last: datetime.date,
    now: datetime.datetime,
) -> list[Day]:
    """Return each local day from `first` to `last`, all stations together."""
    terms = promised(city, first, last)
    arrived = _arrivals(terms, pollutants)
    parts = [
        cells_of(terms, arrived.get(pollutant), pollutant, now).counted((0, 2)) for pollutant in pollutants
    ]
    rejected = rejected_by_day(city, pollutants, first, last)
    days = [terms.calendar.day(number) for number in range(len(terms.calendar))]
    return [
        Day(day, Figures.total([*part, Figures(rejected=rejected[day])]))
        for day, part in zip(days, zip(*parts, strict=True), strict=True)
    ]


def months_of(days: Sequence[Day]) -> list[Month]:
    """Return days in their months."""
    found = []
    for first, group in groupby(days, key=lambda each: each.day.replace(day=1)):
        of_month = list(group)
        found.append(Month(first, of_month, Figures.total(each.figures for each in of_month)))
    return found


def cells_of(terms: Promised, arrived: Late | None, pollutant: str, now: datetime.datetime) -> Cells:
    """Return the hours of one pollutant as they stood at `now`."""
    deadline = terms.deadlines(pollutant)
    if arrived is None:
        arrived = np.full(deadline.shape, NOT_RECEIVED, LATE)
    is_promised = deadline != NOT_PROMISED
    due_at = terms.calendar.hours + np.where(is_promised, deadline, 0)
    passed = due_at * SECONDS_AN_HOUR <= now.timestamp()
    return Cells(deadline, arrived, is_promised & (passed | (arrived != NOT_RECEIVED)))


def arrivals_between(
    stations: Sequence[Station], calendar: Calendar, pollutants: Sequence[str]
) -> dict[str, Late]:
    """Return when hours came by pollutant, each station × day × hour; pollutants without any stay out."""
    rows = ArrivalDay.objects.filter(
        station__in=[station.pk for station in stations],
        pollutant__in=list(pollutants),
        day__range=(calendar.first, calendar.last),
    ).values_list("station_id", "pollutant", "day", "hours_late")
    places = {station.pk: place for place, station in enumerate(stations)}
    found: dict[str, list[tuple[int, int, bytes]]] = {}
    for station, pollutant, day, late in rows.iterator(chunk_size=20_000):
        found.setdefault(pollutant, []).append((places[station], calendar.number(day), bytes(late)))
    shape = len(stations), len(calendar), LONGEST_DAY
    return {pollutant: _placed(shape, kept) for pollutant, kept in found.items()}


def _arrivals(terms: Promised, pollutants: Sequence[str]) -> dict[str, Late]:
    return arrivals_between(terms.stations, terms.calendar, pollutants)


def _placed(shape: tuple[int, int, int], rows: Sequence[tuple[int, int, bytes]]) -> Late:
    station, day, late = zip(*rows, strict=True)
    table = np.full(shape, NOT_RECEIVED, LATE)
    table[list(station), list(day)] = arrivals_from(late)
    return table
