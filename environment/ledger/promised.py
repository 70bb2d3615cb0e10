"""Promises spread over hours: how soon each hour of each station was to be there."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from committee.cities.models import City
from environment.ledger.models import Promise
from environment.measurements.arrays import LONGEST_DAY
from environment.sources.clock import LocalClock
from environment.stations.models import Station

# Hours after the end of the hour; the place of an hour that nobody promised holds the highest number.
Deadlines = NDArray[np.uint16]
NOT_PROMISED = 65_535


@dataclass(frozen=True)
class Calendar:
    """The local days of a city from `first` on, as hours (UTC ends): day × place of the hour in it."""

    clock: LocalClock
    first: datetime.date
    hours: NDArray[np.int64]
    exists: NDArray[np.bool_]

    @classmethod
    def of(cls, city: City, first: datetime.date, last: datetime.date) -> "Calendar":
        clock = LocalClock(city.time_zone)
        days = [first + datetime.timedelta(days=step) for step in range((last - first).days + 1)]
        start = np.array([clock.start(day) for day in days], np.int64)
        length = np.array([clock.end(day) for day in days], np.int64) - start
        place = np.arange(LONGEST_DAY)
        return cls(clock, first, start[:, None] + place + 1, place < length[:, None])

    def __len__(self) -> int:
        return len(self.hours)

    @property
    def last(self) -> datetime.date:
        return self.day(len(self) - 1)

    def day(self, number: int) -> datetime.date:
        return self.first + datetime.timedelta(days=number)

    def number(self, day: datetime.date) -> int:
        return (day - self.first).days


@dataclass(frozen=True)
class Promised:
    """The promises of a city that touch some days, and the stations they can be about."""

    calendar: Calendar
    stations: Sequence[Station]
    promises: Sequence[tuple[Promise, frozenset[int]]]

    def deadlines(self, pollutant: str) -> Deadlines:
        """Return station × day × hour; where several promises hold, the strictest one counts."""
        found = np.full((len(self.stations), *self.calendar.hours.shape), NOT_PROMISED, np.uint16)
        for promise, named in self.promises:
            if pollutant not in promise.pollutants:
                continue
            wanted = np.array([not named or station.pk in named for station in self.stations], bool)
            terms = np.where(self._within(promise), promise.deadline_hours, NOT_PROMISED).astype(np.uint16)
            found[wanted] = np.minimum(found[wanted], terms)
        return found

    @property
    def pollutants(self) -> list[str]:
        return sorted({pollutant for promise, _stations in self.promises for pollutant in promise.pollutants})

    def _within(self, promise: Promise) -> NDArray[np.bool_]:
        calendar = self.calendar
        day = np.arange(len(calendar))
        valid = day >= calendar.number(promise.valid_from)
        if promise.valid_until:
            valid &= day <= calendar.number(promise.valid_until)
        place = np.arange(LONGEST_DAY)
        # A day's 25th hour is one of its hours like the 24th.
        last = LONGEST_DAY if promise.last_label == LONGEST_DAY - 1 else promise.last_label
        within: NDArray[np.bool_] = valid[:, None] & calendar.exists & (place >= promise.first_label - 1)
        return within & (place < last)


def promised(city: City, first: datetime.date, last: datetime.date) -> Promised:
    """Return what a city promised for the local days from `first` to `last`, in three queries."""
    promises = Promise.objects.of(city).valid_between(first, last).prefetch_related("stations")
    return Promised(
        Calendar.of(city, first, last),
        list(Station.objects.of(city).measuring().order_by("code")),
        [(each, frozenset(station.pk for station in each.stations.all())) for each in promises],
    )
