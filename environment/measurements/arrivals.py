"""When each hour first came: the rollup behind the ledger of what was promised and received.

A correction does not make an hour late, and an hour that two sources hold came with the earlier one.
A day of a pollutant at a station is one row of 50 bytes, so a year of a city is read without its values.
"""

import datetime
from collections.abc import Callable, Iterable

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from environment.measurements.arrays import LONGEST_DAY, Days, Integers, Values, days_of
from environment.measurements.models import Averaging, Delivery, Measurement, Revision, Series
from environment.measurements.store import store_here
from environment.measurements.store_rows import Arrival
from environment.sources.clock import LocalClock

Late = NDArray[np.uint16]

LATE = np.dtype("<u2")
NOT_RECEIVED = 65_535
SECONDS_AN_HOUR = 3600
BYTES_A_DAY = LONGEST_DAY * LATE.itemsize

KNOWN = """
    SELECT day, hours_late FROM environment_arrivalday
    WHERE station_id = %s AND pollutant = %s AND day BETWEEN %s AND %s
"""


def hours_late(hour: Integers, received_at: datetime.datetime) -> Late:
    """Return hours begun between the end of each hour and `received_at`: 2 for one to two hours."""
    seconds = int(np.ceil(received_at.timestamp())) - hour * SECONDS_AN_HOUR
    return np.clip(-(-seconds // SECONDS_AN_HOUR), 0, NOT_RECEIVED - 1).astype(LATE)


def note_arrivals(
    values: Values, late: Late, *, clock: LocalClock, place: Callable[[int], tuple[int, str]]
) -> None:
    """Keep when hours came, where nothing came before or later.

    Args:
        values: in order of position.
        late: how late each of them is, see `hours_late`.
        place: returns station and pollutant of a series.
    """
    if not len(values):
        return
    days = days_of(values, clock)
    table = np.full((len(days.series), LONGEST_DAY), NOT_RECEIVED, LATE)
    table[days.block, values.hour - days.start[days.block] - 1] = late
    store_here().put_arrivals(_merged(days, table, place))


def arrivals_from(blobs: Iterable[bytes]) -> Late:
    """Return the rows of `ArrivalDay.hours_late` as a table of 25 columns."""
    return np.frombuffer(b"".join(bytes(blob) for blob in blobs), LATE).reshape(-1, LONGEST_DAY)


def book_again(series: Series) -> int:
    """Note the arrivals of all values of a series from the store, and return how many there are.

    For values that were stored before arrivals were kept. An hour's oldest revision names its first delivery.
    """
    if series.averaging != Averaging.HOUR:
        return 0
    stored = Measurement.objects.filter(series=series).order_by("hour").values_list("hour", "delivery")
    first = dict(stored)
    replaced = Revision.objects.filter(series=series).order_by("-id").values_list("hour", "old_delivery")
    first.update(dict(replaced))
    received = dict(Delivery.objects.filter(pk__in=set(first.values())).values_list("pk", "received_at"))
    hour, delivery = np.array(list(first), np.int64), np.array(list(first.values()), np.int64)
    late = np.zeros(len(hour), LATE)
    for pk, moment in received.items():
        late[delivery == pk] = hours_late(hour[delivery == pk], moment)
    values = Values(np.full(len(hour), series.pk), hour, np.zeros(len(hour)))
    clock = LocalClock(series.station.city.time_zone)
    note_arrivals(values, late, clock=clock, place=lambda _series: (series.station_id, series.pollutant))
    return len(hour)


def _merged(days: Days, table: Late, place: Callable[[int], tuple[int, str]]) -> list[Arrival]:
    """Return the rows to store: each hour as early as it is here or was known."""
    known = _known(days, place)
    whole = table.tobytes()
    for row, (series, day) in enumerate(zip(days.series.tolist(), days.day.tolist(), strict=True)):
        key = (*place(series), datetime.date.fromordinal(day))
        late = whole[row * BYTES_A_DAY : (row + 1) * BYTES_A_DAY]
        if before := known.get(key):
            late = np.minimum(np.frombuffer(before, LATE), table[row]).tobytes()
        known[key] = late
    return [(*key, late) for key, late in known.items()]


def _known(
    days: Days, place: Callable[[int], tuple[int, str]]
) -> dict[tuple[int, str, datetime.date], bytes]:
    found: dict[tuple[int, str, datetime.date], bytes] = {}
    broken = (np.diff(days.series) != 0) | (np.diff(days.day) != 1)
    first, last = np.flatnonzero(np.r_[True, broken]), np.flatnonzero(np.r_[broken, True])
    with connection.cursor() as cursor:
        for series, start, end in zip(
            days.series[first].tolist(), days.day[first].tolist(), days.day[last].tolist(), strict=True
        ):
            station, pollutant = place(series)
            span = datetime.date.fromordinal(start), datetime.date.fromordinal(end)
            cursor.execute(KNOWN, [station, pollutant, *span])
            for day, late in cursor.fetchall():
                found[station, pollutant, _as_day(day)] = bytes(late)
    return found


def _as_day(day: datetime.date | str) -> datetime.date:
    # SQLite hands out a day as text where no model reads it.
    return day if isinstance(day, datetime.date) else datetime.date.fromisoformat(day)
