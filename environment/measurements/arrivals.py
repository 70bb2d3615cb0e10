"""When each hour first came: the rollup behind the ledger of what was promised and received.

A correction does not make an hour late, and an hour that two sources hold came with the earlier one.
A day of a pollutant at a station is one row of 50 bytes, so a year of a city is read without its values.
"""

import datetime
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from environment.measurements.arrays import LONGEST_DAY, Integers, Values, days_of
from environment.measurements.models import Averaging, Delivery, Measurement, Revision, Series
from environment.measurements.store import store_here
from environment.measurements.store_rows import Arrival, ArrivalRun, Place
from environment.sources.clock import LocalClock

Late = NDArray[np.uint16]

LATE = np.dtype("<u2")
NOT_RECEIVED = 65_535
SECONDS_AN_HOUR = 3600
BYTES_A_DAY = LONGEST_DAY * LATE.itemsize


def hours_late(hour: Integers, received_at: datetime.datetime) -> Late:
    """Return hours begun between the end of each hour and `received_at`: 2 for one to two hours."""
    seconds = int(np.ceil(received_at.timestamp())) - hour * SECONDS_AN_HOUR
    return np.clip(-(-seconds // SECONDS_AN_HOUR), 0, NOT_RECEIVED - 1).astype(LATE)


def note_arrivals(values: Values, late: Late, *, clock: LocalClock, place: Callable[[int], Place]) -> None:
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
    places, number = _places(days.series, place)
    key, earliest = _earliest(number << 32 | days.day, table)
    rows = _Rows(list(places), key, earliest)
    rows.cover(store_here().arrivals(rows.runs()))
    store_here().put_arrivals(rows.whole())


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


def _places(series: Integers, place: Callable[[int], Place]) -> tuple[list[Place], Integers]:
    """Return the places of some series, and the number of each one's place among them."""
    numbers: dict[Place, int] = {}
    different, which = np.unique(series, return_inverse=True)
    number = [numbers.setdefault(place(one), len(numbers)) for one in different.tolist()]
    return list(numbers), np.array(number, np.int64)[which]


def _earliest(key: Integers, table: Late) -> tuple[Integers, Late]:
    """Return each key once, in order, with the earliest arrivals of the rows that share it."""
    order = np.argsort(key, kind="stable")
    once, first = np.unique(key[order], return_index=True)
    return once, np.minimum.reduceat(table[order], first)


class _Rows:
    """Rows of arrivals in order of `key`, which is the number of the place and the day."""

    def __init__(self, places: list[Place], key: Integers, table: Late) -> None:
        self._places, self._key, self._table = places, key, table
        self._number = (key >> 32).tolist()
        self._day = [datetime.date.fromordinal(day) for day in (key & 0xFFFFFFFF).tolist()]

    def runs(self) -> list[ArrivalRun]:
        """Return unbroken stretches of days of a place."""
        broken = np.diff(self._key) != 1
        first, last = np.flatnonzero(np.r_[True, broken]), np.flatnonzero(np.r_[broken, True])
        ends = zip(first.tolist(), last.tolist(), strict=True)
        return [(*self._places[self._number[at]], self._day[at], self._day[end]) for at, end in ends]

    def cover(self, known: list[Arrival]) -> None:
        """Let what is known stand where it came earlier. All of it lies in the runs."""
        if known:
            numbers = {place: number for number, place in enumerate(self._places)}
            keys = [
                numbers[station, pollutant] << 32 | day.toordinal() for station, pollutant, day, _ in known
            ]
            at = np.searchsorted(self._key, np.array(keys, np.int64))
            self._table[at] = np.minimum(self._table[at], arrivals_from(late for *_, late in known))

    def whole(self) -> list[Arrival]:
        late = self._table.tobytes()
        blobs = (late[start : start + BYTES_A_DAY] for start in range(0, len(late), BYTES_A_DAY))
        return [
            (*self._places[number], day, blob)
            for number, day, blob in zip(self._number, self._day, blobs, strict=True)
        ]
