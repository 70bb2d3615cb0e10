"""How old the latest hour of a city may be: what it promised says so."""

import datetime

from committee.cities.models import City
from environment.ledger.models import Promise
from environment.sources.clock import LocalClock

HOURS_A_DAY = 24


def hour_due(city: City, now: datetime.datetime) -> int | None:
    """Return the latest hour that a city promised to have sent by `now`, None where it promised none.

    Hours are counted by their UTC end since 1970.
    """
    clock, this_hour = LocalClock(city.time_zone), int(now.timestamp()) // 3600
    due = [_latest_due(promise, clock, this_hour) for promise in Promise.objects.of(city)]
    return max((hour for hour in due if hour is not None), default=None)


def _latest_due(promise: Promise, clock: LocalClock, this_hour: int) -> int | None:
    """Return the latest hour that a promise is about and whose deadline is over; a day back is far enough."""
    last = this_hour - promise.deadline_hours
    hours = range(last, last - HOURS_A_DAY, -1)
    return next((hour for hour in hours if _is_about(promise, clock, hour)), None)


def _is_about(promise: Promise, clock: LocalClock, hour: int) -> bool:
    day, label = clock.day(hour), clock.moment(hour).hour or HOURS_A_DAY
    begun = promise.valid_from <= day and (promise.valid_until is None or day <= promise.valid_until)
    return begun and promise.first_label <= label <= promise.last_label
