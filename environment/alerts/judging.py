"""Judges a city's air anew where it changed, and keeps what had been decided before.

Whoever judges holds the lock of the city's `JudgedUpTo`, so workers take turns; judging the same air twice
changes nothing.
"""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max, Min

from committee.cities.models import City
from environment.alerts.aqi_days import MOST_DAYS_MISSING
from environment.alerts.deciding import Deciding
from environment.alerts.grammars import Finding, Subject, judge, subjects_of
from environment.alerts.measured_hours import MOST_HOURS_MISSING
from environment.alerts.models import Episode, EpisodeQuerySet, Grammar, JudgedUpTo
from environment.measurements.models import AirChange, Averaging
from environment.sources.clock import LocalClock

# What decides lies no further apart: four days in a row, with two missing days among them.
BESIDE = datetime.timedelta(days=7)
# A long alert is followed on by so many days at a time.
ONWARD = datetime.timedelta(days=30)
PATIENCE_HOURS = {Grammar.HOURS: MOST_HOURS_MISSING, Grammar.DAYS: 24 * MOST_DAYS_MISSING}


class Stretch(NamedTuple):
    """Local days to judge anew, and what changed in them."""

    first: datetime.date
    last: datetime.date
    changes: tuple[AirChange, ...] = ()


@transaction.atomic
def judge_changes(*, city: City, now: datetime.datetime) -> None:
    """Judge what became other since the last time, and end alerts of which nothing was heard for long."""
    mark = JudgedUpTo.locked(city)
    changes = list(mark.later.select_related("delivery"))
    for subject in subjects_of(city):
        stretches = [
            Stretch(change.first_day, change.last_day, (change,))
            for change in changes
            if _concerns(change, subject)
        ]
        for stretch in merged([*stretches, *_silent(city, subject, now)]):
            Judging(city, subject, now).judge(stretch)
    if changes:
        mark.note(changes[-1].pk)


@transaction.atomic
def judge_again(*, city: City, first: datetime.date, last: datetime.date, now: datetime.datetime) -> None:
    """Judge local days whatever changed: a rule was mended, or values were received before alerts were."""
    JudgedUpTo.locked(city)
    for subject in subjects_of(city):
        Judging(city, subject, now).judge(Stretch(first, last))


def merged(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return stretches that lie apart; those near each other are judged as one."""
    found: list[Stretch] = []
    for each in sorted(stretches, key=lambda one: (one.first, one.last)):
        if found and each.first - found[-1].last <= 2 * BESIDE:
            one = found[-1]
            found[-1] = Stretch(one.first, max(one.last, each.last), one.changes + each.changes)
        else:
            found.append(each)
    return found


def _concerns(change: AirChange, subject: Subject) -> bool:
    if subject.grammar == Grammar.DAYS:
        return True
    return change.pollutant == subject.pollutant and change.averaging == Averaging.HOUR


def _silent(city: City, subject: Subject, now: datetime.datetime) -> list[Stretch]:
    """Return the days of alerts in force of which the last value is too old."""
    heard = int(now.timestamp()) // 3600 - PATIENCE_HOURS[Grammar(subject.grammar)]
    clock = LocalClock(city.time_zone)
    return [
        Stretch(clock.day(each.start_hour), clock.day(each.until_hour))
        for each in episodes_of(city, subject).in_force().filter(until_hour__lte=heard)
    ]


def episodes_of(city: City, subject: Subject) -> EpisodeQuerySet:
    return Episode.objects.filter(city=city, grammar=subject.grammar, pollutant=subject.pollutant)


class Judging:
    """Judges days of one subject, widened so that no alert crosses their borders."""

    def __init__(self, city: City, subject: Subject, now: datetime.datetime) -> None:
        self._city, self._subject, self._now = city, subject, now
        self._clock = LocalClock(city.time_zone)
        self._today = now.astimezone(city.zone).date()

    def judge(self, stretch: Stretch) -> None:
        first, last = self._widened(stretch.first - BESIDE, stretch.last + BESIDE)
        found = judge(self._city, self._subject, first, last, self._now)
        while self._runs_on(found, last):
            first, last = self._widened(first, last + ONWARD)
            found = judge(self._city, self._subject, first, last, self._now)
        deciding = Deciding(self._city, self._subject, self._now, stretch.changes)
        deciding.decide(found, self._clock.start(first) + 1, self._clock.end(last))

    def _widened(self, first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date]:
        while True:
            known = episodes_of(self._city, self._subject).standing()
            touching = known.touching(self._clock.start(first) + 1, self._clock.end(last))
            border = touching.aggregate(first=Min("start_hour"), last=Max("until_hour"))
            if border["first"] is None:
                return first, last
            wider_first = min(first, self._clock.day(border["first"]) - BESIDE)
            wider_last = max(last, self._clock.day(border["last"]) + BESIDE)
            if (wider_first, wider_last) == (first, last):
                return first, last
            first, last = wider_first, wider_last

    def _runs_on(self, found: Sequence[Finding], last: datetime.date) -> bool:
        """Tell whether the last alert found comes near the border, with days behind it that are over."""
        if not found or last >= self._today:
            return False
        return self._clock.day(found[-1].until_hour) > last - BESIDE
