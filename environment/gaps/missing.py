"""Which promised hours are missing, laid out as one line of hours a station."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from committee.cities.models import City
from environment.ledger.figures import arrivals_between, cells_of
from environment.ledger.promised import Promised, promised
from environment.stations.models import Station

Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class Run:
    """Hours due one after another that are missing; their places among all hours looked at."""

    first: int
    last: int
    length: int


@dataclass(frozen=True)
class Missing:
    """Hours due and hours missing: pollutant × station × hour, with the UTC ends of the hours."""

    terms: Promised
    pollutants: Sequence[str]
    hours: NDArray[np.int64]
    due: Truths
    missing: Truths

    @property
    def stations(self) -> Sequence[Station]:
        return self.terms.stations

    def shortest_told(self, station: Station | None) -> int:
        """Return how many hours a gap has at least before it is told, the least that a promise says."""
        told = [
            promise.shortest_gap_hours
            for promise, named in self.terms.promises
            if station is None or not named or station.pk in named
        ]
        return min(told, default=1)

    def between(self, first_hour: int, last_hour: int) -> Truths:
        within: Truths = (self.hours >= first_hour) & (self.hours <= last_hour)
        return within


def missing_hours(
    city: City, first: datetime.date, last: datetime.date, *, until: datetime.datetime
) -> Missing:
    """Return what is missing on local days of hours whose deadline had passed at `until`."""
    terms = promised(city, first, last)
    pollutants = terms.pollutants
    exists = terms.calendar.exists
    shape = len(pollutants), len(terms.stations), int(exists.sum())
    is_due, is_missing = np.zeros(shape, bool), np.zeros(shape, bool)
    arrived = arrivals_between(terms.stations, terms.calendar, pollutants)
    for place, pollutant in enumerate(pollutants):
        cells = cells_of(terms, arrived.get(pollutant), pollutant, until)
        is_due[place] = cells.due[:, exists]
        is_missing[place] = cells.missing[:, exists]
    return Missing(terms, pollutants, terms.calendar.hours[exists], is_due, is_missing)


def runs_of(is_due: Truths, is_missing: Truths) -> list[Run]:
    """Return the runs of a line of hours; hours that are not due do not end a run."""
    places = np.flatnonzero(is_due)
    gone = is_missing[places]
    edges = np.flatnonzero(np.diff(np.r_[False, gone, False].astype(np.int8)))
    return [
        Run(int(places[start]), int(places[end - 1]), int(end - start))
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    ]
