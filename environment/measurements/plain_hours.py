"""The hours of series that are all of one kind, straight from the store.

What is asked most is one station and pollutant over a year: thousands of rows in which nothing has to
be chosen or converted. `rows.py` says the same about every other case, at five times the cost.
"""

import datetime
from collections.abc import Sequence
from itertools import accumulate, repeat
from operator import add

from django.db import connection

from environment.measurements.cells import family_of
from environment.measurements.models import Series
from environment.measurements.rows import InService, PeriodRow
from environment.sources.clock import LocalClock

ONE = """
    SELECT hour, 1, value, value FROM environment_measurement
    WHERE series_id = %s AND hour > %s AND hour <= %s
"""
SEVERAL = """
    SELECT hour, count(*), sum(value), max(value) FROM environment_measurement
    WHERE series_id IN ({places}) AND hour > %s AND hour <= %s
    GROUP BY hour
"""
HOUR = datetime.timedelta(hours=1)
NOTHING = (0, 0.0, None)

# Number of values, their sum and the highest of them.
Figures = tuple[int, float, float | None]


def is_one_kind(series: Sequence[Series]) -> bool:
    """Tell whether no value of these series competes with another, or differs in how it was measured."""
    kinds = {(family_of(one), one.source, one.unit, one.reference_state) for one in series}
    return len(kinds) == 1


def plain_hours(
    series: Sequence[Series], clock: LocalClock, start: datetime.date, end: datetime.date
) -> list[PeriodRow]:
    """Return a row for each hour in service from `start` to before `end` of the city's calendar."""
    if start >= end:
        return []
    after, until = clock.start(start), clock.start(end)
    known, example = _figures(series, after, until), series[0]
    stations = InService(series, clock).stations_by_hour(family_of(example), after, until)
    return [
        PeriodRow(
            moment,
            n,
            serving,
            total / n if n else None,
            highest,
            example.unit,
            example.source if n else "",
            example.averaging,
            example.reference_state,
            serving,
        )
        for moment, serving, (n, total, highest) in zip(
            _moments(clock, after, until),
            stations,
            map(known.get, range(after + 1, until + 1), repeat(NOTHING)),
            strict=True,
        )
        if n or serving
    ]


def _figures(series: Sequence[Series], after: int, until: int) -> dict[int, Figures]:
    statement = ONE if len(series) == 1 else SEVERAL.format(places=", ".join(["%s"] * len(series)))
    with connection.cursor() as cursor:
        cursor.execute(statement, [*(one.pk for one in series), after, until])
        return {hour: (n, total, highest) for hour, n, total, highest in cursor.fetchall()}


def _moments(clock: LocalClock, after: int, until: int) -> list[datetime.datetime]:
    """Return the local starts of the hours; adding hours is quicker where the clock is never set."""
    if _is_steady(clock, after, until):
        return list(accumulate(repeat(HOUR, until - after - 1), add, initial=clock.moment(after)))
    return [clock.moment(hour) for hour in range(after, until)]


def _is_steady(clock: LocalClock, after: int, until: int) -> bool:
    """Tell whether the clock is set neither forward nor back in a time."""
    days = range(after, until, 24 * 7)
    return len({clock.moment(hour).utcoffset() for hour in [*days, until]}) == 1
