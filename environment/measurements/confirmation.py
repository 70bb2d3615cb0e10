"""Provisional values beside the confirmed ones of the same station, pollutant and hour.

Both are kept, each in the series of its source. They are compared where they were reduced to the same
state and their units differ by a prefix at most; a difference is confirmed minus provisional.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, overload

from django.db import connection

from committee.cities.models import City
from environment.measurements.models import Averaging, Series
from environment.measurements.rows import MICROGRAMS
from environment.sources.clock import LocalClock
from environment.sources.registry import CONFIRMING
from environment.stations.models import Station

# The difference is taken in the unit of the provisional series.
PAIRED = """
    WITH pair (number, first, second, factor) AS (VALUES {pairs})
    SELECT {columns}
    FROM pair
    JOIN environment_measurement AS provisional
      ON provisional.series_id = pair.first AND provisional.hour > %s AND provisional.hour <= %s
    JOIN environment_measurement AS confirmed
      ON confirmed.series_id = pair.second AND confirmed.hour = provisional.hour
    {rest}
"""
DIFFERENCE = "(confirmed.value * pair.factor - provisional.value)"
# Less than any instrument reads: a change of prefix alone makes no difference.
DIFFERS = f"abs({DIFFERENCE}) > 1e-9"
FIGURES = f"""
    pair.number, count(*), sum(CASE WHEN {DIFFERS} THEN 1 ELSE 0 END),
    avg(provisional.value), avg(confirmed.value * pair.factor),
    avg({DIFFERENCE}), avg(abs({DIFFERENCE})), max(abs({DIFFERENCE}))
"""


class Pair(NamedTuple):
    """What two sources say of one station and pollutant; `factor` turns the confirmed unit into the other."""

    provisional: Series
    confirmed: Series
    factor: float

    @property
    def station(self) -> Station:
        return self.provisional.station

    @property
    def unit(self) -> str:
        return self.provisional.unit


@dataclass(frozen=True)
class Difference:
    """A pair over a period: hours of each and of both, means and extremes of the differences."""

    pair: Pair
    provisional: int
    confirmed: int
    both: int
    differing: int
    mean_provisional: float | None
    mean_confirmed: float | None
    mean: float | None
    mean_absolute: float | None
    largest: float | None


class HourOfBoth(NamedTuple):
    """One hour, named by its local end, with both values in the unit of the pair."""

    end: datetime.datetime
    provisional: float
    confirmed: float

    @property
    def difference(self) -> float:
        return self.confirmed - self.provisional


def pairs_of(city: City, pollutant: str, station: Station | None = None) -> list[Pair]:
    """Return which series of a city, or of one station, can be compared."""
    series = Series.objects.of_city(city).filter(
        pollutant=pollutant, averaging=Averaging.HOUR, first_hour__isnull=False
    )
    if station:
        series = series.filter(station=station)
    known = list(series.select_related("station").order_by("station__code", "source", "id"))
    reviewed = [one for one in known if one.source in CONFIRMING]
    live = [one for one in known if one.source not in CONFIRMING]
    return [
        Pair(one, other, factor)
        for one in live
        for other in reviewed
        if one.station_id == other.station_id and (factor := _factor(one, other)) is not None
    ]


def differences(
    pairs: Sequence[Pair], clock: LocalClock, start: datetime.date, end: datetime.date
) -> list[Difference]:
    """Return what the pairs come to from local day `start` to before `end`; two queries, however many.

    A pair of which one side has nothing in the period says nothing and is left out.
    """
    if not pairs:
        return []
    after, until = clock.start(start), clock.start(end)
    counts = _counts({one.pk for pair in pairs for one in pair[:2]}, after, until)
    rows = _asked(pairs, FIGURES, "GROUP BY pair.number", (after, until))
    found = {number: figures for number, *figures in rows}
    return [
        Difference(
            pair,
            counts[pair.provisional.pk],
            counts[pair.confirmed.pk],
            *found.get(number, (0, 0, None, None, None, None, None)),
        )
        for number, pair in enumerate(pairs)
        if pair.provisional.pk in counts and pair.confirmed.pk in counts
    ]


class Hours(Sequence[HourOfBoth]):
    """The hours of one pair, read a page at a time; the latest first."""

    def __init__(
        self, pair: Pair, clock: LocalClock, start: datetime.date, end: datetime.date, *, differing: bool
    ) -> None:
        self._pair, self._clock = pair, clock
        self._span = clock.start(start), clock.start(end)
        self._where = f"WHERE {DIFFERS}" if differing else ""

    def __len__(self) -> int:
        ((count,),) = _asked([self._pair], "count(*)", self._where, self._span)
        return int(count)

    @overload
    def __getitem__(self, place: int) -> HourOfBoth: ...
    @overload
    def __getitem__(self, place: slice) -> list[HourOfBoth]: ...
    def __getitem__(self, place: int | slice) -> HourOfBoth | list[HourOfBoth]:
        if isinstance(place, int):
            return self[place : place + 1][0]
        first, last = place.start or 0, place.stop
        columns = "provisional.hour, provisional.value, confirmed.value * pair.factor"
        page = f"{self._where} ORDER BY provisional.hour DESC LIMIT {int(last - first)} OFFSET {int(first)}"
        rows = _asked([self._pair], columns, page, self._span)
        return [HourOfBoth(self._clock.moment(hour), one, other) for hour, one, other in rows]


def _factor(provisional: Series, confirmed: Series) -> float | None:
    if provisional.reference_state != confirmed.reference_state:
        return None
    if provisional.unit == confirmed.unit:
        return 1.0
    if provisional.unit in MICROGRAMS and confirmed.unit in MICROGRAMS:
        return MICROGRAMS[confirmed.unit] / MICROGRAMS[provisional.unit]
    return None


def _asked(pairs: Sequence[Pair], columns: str, rest: str, span: tuple[int, int]) -> list[tuple[Any, ...]]:
    values = ", ".join(["(%s, %s, %s, CAST(%s AS double precision))"] * len(pairs))
    given = [
        value
        for number, pair in enumerate(pairs)
        for value in (number, pair.provisional.pk, pair.confirmed.pk, pair.factor)
    ]
    with connection.cursor() as cursor:
        cursor.execute(PAIRED.format(pairs=values, columns=columns, rest=rest), [*given, *span])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _counts(series: set[int], after: int, until: int) -> dict[int, int]:
    marks = ", ".join(["%s"] * len(series))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT series_id, count(*) FROM environment_measurement "
            f"WHERE series_id IN ({marks}) AND hour > %s AND hour <= %s GROUP BY series_id",
            [*series, after, until],
        )
        return dict(cursor.fetchall())
