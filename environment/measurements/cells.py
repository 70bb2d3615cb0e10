"""What the store holds for one pollutant of a city or a station: a cell for each source and day or hour.

A station is answered for by one series a day: the best-ranked one that holds three quarters of the
day's hours, else the one that holds most of them. `pooling.py` says the same in SQL.
"""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import CharField, Count, IntegerField, Max, Sum
from django.db.models.functions import Cast

from committee.cities.models import City
from environment.measurements.models import Averaging, CityDailyRollup, DailyRollup, Measurement, Series
from environment.measurements.pooling import HOURS_FOR_A_VALID_DAY
from environment.sources.clock import LocalClock
from environment.sources.registry import RANKS
from environment.stations.models import Station


class Family(NamedTuple):
    """A kind of values. Two kinds are never averaged together: they do not count the same."""

    averaging: str
    is_published_mean: bool


class Cell(NamedTuple):
    """Values of one source on one day (`when` is its date) or in one hour (`when` is its number)."""

    when: datetime.date | int
    family: Family
    source: str
    unit: str
    reference_state: str
    n: int
    total: float
    highest: float


FIGURES = ("n", "total", "max_value")


def family_of(series: Series) -> Family:
    return Family(series.averaging, series.station.kind == Station.Kind.CITY_MEAN)


def city_days(city: City, pollutant: str, start: datetime.date, end: datetime.date) -> list[Cell]:
    """Return the days of a city over its stations, from the city's own rollup.

    Dates come as text and truths as numbers: converting each by the ORM takes longer than the query.
    """
    rows = CityDailyRollup.objects.filter(city=city, pollutant=pollutant, day__gte=start, day__lt=end)
    found = rows.values_list(
        Cast("day", CharField()),
        "averaging",
        Cast("is_published_mean", IntegerField()),
        *("source", "unit", "reference_state", *FIGURES),
    )
    return [
        Cell(datetime.date.fromisoformat(day), Family(averaging, bool(is_published_mean)), *rest)
        for day, averaging, is_published_mean, *rest in found
    ]


def city_days_of_source(series: list[Series], start: datetime.date, end: datetime.date) -> list[Cell]:
    """Return the days of a city over the stations of one source, whatever other sources hold."""
    cells = []
    for kind, members in _by_kind(series).items():
        rows = DailyRollup.objects.filter(series__in=members, day__gte=start, day__lt=end).values_list("day")
        totals = rows.annotate(Sum("n"), Sum("total"), Max("max_value"), Count("series")).order_by("day")
        cells += [Cell(day, *kind, *figures) for day, *figures, _ in totals]
    return cells


def station_days(series: list[Series], start: datetime.date, end: datetime.date) -> list[Cell]:
    """Return the days of one station, each from the series that answers for it."""
    by_id = {one.pk: one for one in series}
    rows = DailyRollup.objects.filter(series__in=series, day__gte=start, day__lt=end)
    best: dict[tuple[str, datetime.date], tuple[tuple[int, ...], Cell]] = {}
    for pk, day, *figures in rows.values_list("series_id", "day", *FIGURES):
        one = by_id[pk]
        cell = Cell(day, family_of(one), one.source, one.unit, one.reference_state, *figures)
        place, candidate = (one.averaging, day), (merit(one, cell.n), cell)
        best[place] = max(best.get(place, candidate), candidate, key=lambda found: found[0])
    return [cell for _, cell in best.values()]


def hours(series: list[Series], clock: LocalClock, start: datetime.date, end: datetime.date) -> list[Cell]:
    """Return the hours of some stations of a city, each source's values of an hour in one cell."""
    if start >= end:
        return []
    hourly = {one.pk: one for one in series if one.averaging == Averaging.HOUR}
    kinds = {pk: (family_of(one), one.source, one.unit, one.reference_state) for pk, one in hourly.items()}
    answering = _answering(list(hourly.values()), start, end)
    found: dict[tuple[int, tuple[Family, str, str, str]], list[float]] = {}
    rows = Measurement.objects.filter(
        series__in=hourly, hour__gt=clock.start(start), hour__lte=clock.start(end)
    ).values_list("series_id", "hour", "value")
    for pk, hour, value in rows:
        if answering and answering.get((hourly[pk].station_id, clock.day(hour)), pk) != pk:
            continue
        found.setdefault((hour, kinds[pk]), []).append(value)
    return [
        Cell(hour, *kind, len(values), sum(values), max(values))
        for (hour, kind), values in sorted(found.items())
    ]


def _answering(
    series: list[Series], start: datetime.date, end: datetime.date
) -> dict[tuple[int, datetime.date], int]:
    """Return which series answers for a station on a day, for stations that have several."""
    stations = [one.station_id for one in series]
    rivals = {one.pk: one for one in series if stations.count(one.station_id) > 1}
    best: dict[tuple[int, datetime.date], tuple[tuple[int, ...], int]] = {}
    rows = DailyRollup.objects.filter(series__in=rivals, day__gte=start, day__lt=end) if rivals else []
    for rollup in rows:
        one = rivals[rollup.series_id]
        place, candidate = (one.station_id, rollup.day), (merit(one, rollup.n), one.pk)
        best[place] = max(best.get(place, candidate), candidate)
    return {place: pk for place, (_, pk) in best.items()}


def merit(series: Series, n: int) -> tuple[int, ...]:
    """Return what is compared between series with `n` hours of one station and day: the highest answers."""
    rank = RANKS.get(series.source, 0)
    return rank if n >= HOURS_FOR_A_VALID_DAY else 0, n, rank, -series.pk


def _by_kind(series: Iterable[Series]) -> dict[tuple[Family, str, str, str], list[int]]:
    kinds: dict[tuple[Family, str, str, str], list[int]] = {}
    for one in series:
        kinds.setdefault((family_of(one), one.source, one.unit, one.reference_state), []).append(one.pk)
    return kinds
