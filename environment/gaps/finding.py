"""Finds gaps: opens a notice for a new one, lets a known one grow, and fills what came late.

One notice is one gap. Hours that a notice covers are never told again, in whatever state it is; when all
stations of a city are silent at once, that is one gap of the city and not one of each station.
"""

import datetime

import numpy as np
from django.conf import settings
from django.db import transaction

from committee.cities.models import City
from committee.history.actions import keep_changes, keep_new, lock
from environment.gaps.missing import Missing, Run, Truths, missing_hours, runs_of
from environment.gaps.models import GapNotice
from environment.gaps.telling import tell_found
from environment.ledger.models import Promise
from environment.measurements.arrays import Integers
from environment.stations.models import Station

State = GapNotice.State
# A city is silent only where more than one station had promised.
FEWEST_STATIONS = 2
SECONDS_AN_HOUR = 3600


@transaction.atomic
def find_gaps(*, city: City, now: datetime.datetime) -> list[GapNotice]:
    """Bring the notices of a city up to date, and return those that are new.

    Looked at are the last `GAP_DAYS` days: who is told of a gap should still be able to mend it. Older
    gaps stand in the ledger; notices that exist are filled however old they are.
    """
    # The lock of deliveries: what is about to come in is not called missing.
    city = City.objects.select_for_update(no_key=True).get(pk=city.pk)
    until = now - datetime.timedelta(hours=settings.GAP_GRACE_HOURS)
    for notice in GapNotice.objects.filter(city=city).growing():
        _recount(notice, until, now)
    today = now.astimezone(city.zone).date()
    first = today - datetime.timedelta(days=settings.GAP_DAYS)
    if not Promise.objects.of(city).valid_between(first, today).exists():
        return []
    found = missing_hours(city, first, today, until=until)
    return _Finder(city, found).new_notices()


def missing_of(notice: GapNotice, until: datetime.datetime) -> dict[str, int]:
    """Return by pollutant how many values of a notice's hours are missing still; none stays out."""
    clock = notice.clock
    found = missing_hours(notice.city, clock.day(notice.first_hour), clock.day(notice.last_hour), until=until)
    stations = [notice.station_id in (None, station.pk) for station in found.stations]
    within = found.between(notice.first_hour, notice.last_hour)
    counts = found.missing[:, stations][:, :, within].sum(axis=(1, 2)).tolist()
    return {name: count for name, count in zip(found.pollutants, counts, strict=True) if count}


def _recount(notice: GapNotice, until: datetime.datetime, now: datetime.datetime) -> None:
    missing = missing_of(notice, until)
    if missing:
        GapNotice.objects.filter(pk=notice.pk).update(
            values_missing=sum(missing.values()), pollutants=sorted({*notice.pollutants, *missing})
        )
    else:
        filled = {"state": State.FILLED, "filled_at": now, "values_missing": 0}
        keep_changes(by=None, record=notice, changes=filled)


class _Finder:
    """Goes through the silent hours of a city, then through those of each station."""

    def __init__(self, city: City, found: Missing) -> None:
        self._city, self._found = city, found
        first_hour = int(found.hours[0]) if len(found.hours) else 0
        known = GapNotice.objects.filter(city=city).reaching(first_hour).order_by("first_hour")
        self._known = list(known)
        self._new: list[GapNotice] = []

    def new_notices(self) -> list[GapNotice]:
        due, missing = self._found.due, self._found.missing
        stations = due.any(axis=0).sum(axis=0)
        silent = (stations >= FEWEST_STATIONS) & (missing == due).all(axis=(0, 1))
        anywhere: Truths = np.asarray(due.any(axis=(0, 1)))
        self._go_through(None, anywhere, silent, np.arange(len(self._found.stations)))
        for place, station in enumerate(self._found.stations):
            here = missing[:, place].any(axis=0) & ~silent
            here_due: Truths = np.asarray(due[:, place].any(axis=0))
            self._go_through(station, here_due, here, np.array([place]))
        return self._new

    def _go_through(
        self,
        station: Station | None,
        due: Truths,
        missing: Truths,
        places: Integers,
    ) -> None:
        told = self._told(station)
        for run in runs_of(due, missing & ~told):
            notice = self._growing_into(station, run, due)
            if notice or run.length >= self._found.shortest_told(station):
                self._keep(notice, station, run, places)

    def _told(self, station: Station | None) -> Truths:
        """Return which hours a notice of the station, or one of the whole city, covers."""
        told = np.zeros(len(self._found.hours), bool)
        for notice in [*self._known, *self._new]:
            if notice.station_id in (None, station.pk if station else None):
                told |= self._found.between(notice.first_hour, notice.last_hour)
        return told

    def _growing_into(self, station: Station | None, run: Run, due: Truths) -> GapNotice | None:
        """Return the notice that ends right before a run, with no hour due between them."""
        before = np.flatnonzero(due[: run.first])
        if not len(before):
            return None
        hour = int(self._found.hours[before[-1]])
        place = station.pk if station else None
        growing = (State.OPEN, State.ANSWERED)
        return next(
            (
                notice
                for notice in self._known
                if notice.station_id == place and notice.last_hour == hour and notice.state in growing
            ),
            None,
        )

    def _keep(
        self,
        notice: GapNotice | None,
        station: Station | None,
        run: Run,
        places: Integers,
    ) -> None:
        hours = slice(run.first, run.last + 1)
        counts = self._found.missing[:, places, hours].sum(axis=(1, 2))
        pollutants = [name for name, count in zip(self._found.pollutants, counts, strict=True) if count]
        first, last = int(self._found.hours[run.first]), int(self._found.hours[run.last])
        if notice:
            notice = lock(notice)
            GapNotice.objects.filter(pk=notice.pk).update(
                last_hour=last,
                values_missing=notice.values_missing + int(counts.sum()),
                pollutants=sorted({*notice.pollutants, *pollutants}),
            )
            return
        record = GapNotice(
            city=self._city,
            station=station,
            pollutants=pollutants,
            first_hour=first,
            last_hour=last,
            values_missing=int(counts.sum()),
        )
        found = keep_new(by=None, record=record)
        tell_found(found)
        self._new.append(found)
