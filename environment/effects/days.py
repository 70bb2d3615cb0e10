"""The days of air that a link is about, read from rollups: its own and those of its control stations."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from environment.measurements.models import Averaging, CityDailyRollup, DailyRollup
from environment.measurements.pooling import HOURS_FOR_A_VALID_DAY
from environment.project_links.models import ProjectAirLink
from environment.sources.registry import SOURCES
from environment.standards import common_unit, convert, is_gas
from environment.stations.models import Station
from environment.statistics.blocks import Numbers
from environment.statistics.change import Days

# Pollutants that some standard judges by a day's highest mean over 8 hours; cities' days do not hold it.
JUDGED_BY_8_HOURS = ("o3", "co")
VALUES_A_DAY = {Averaging.HOUR.value: 24, Averaging.DAY.value: 1}
WHOLE_CITY = 0


class Kind(NamedTuple):
    """What days were made from: hours of stations come first, a published daily mean of the city last."""

    is_published_mean: bool
    averaging: str


KINDS = [Kind(is_published, averaging) for is_published in (False, True) for averaging in VALUES_A_DAY]


class Part(NamedTuple):
    """What one source says about one day of a station, or of the whole city, in its own unit."""

    place: int
    day: datetime.date
    is_published_mean: bool
    averaging: str
    source: str
    unit: str
    reference_state: str
    stations: int
    n: int
    total: float
    highest_8h: float | None = None

    @property
    def kind(self) -> Kind:
        return Kind(self.is_published_mean, self.averaging)


@dataclass(frozen=True)
class Place:
    """The calendar days of one place from a link's first day to its last; 0 values are a gap.

    `highest_8h` is the day's highest mean over 8 hours, NaN where none is known.
    """

    stations: Numbers
    days: Days
    highest_8h: Numbers


@dataclass(frozen=True)
class Air:
    """Places by station, or the whole city, for each kind of days, all in one unit."""

    unit: str
    reference_state: str
    was_converted: bool
    sources: Mapping[Kind, Sequence[str]]
    places: Mapping[Kind, Mapping[int, Place]]


def air_of(link: ProjectAirLink, others: Iterable[Station] = ()) -> Air:
    """Return the air of a link, and of other stations beside it."""
    own = [station.pk for station in link.stations.all()]
    wanted = [*own, *(station.pk for station in others)]
    if own:
        parts = _of_stations(link, wanted)
    elif link.pollutant in JUDGED_BY_8_HOURS:
        stations = Station.objects.of(link.city).exclude(kind=Station.Kind.EMBASSY)
        parts = _of_stations(link, list(stations.values_list("pk", flat=True)))
    else:
        parts = _of_city(link)
    return _in_one_unit(link, parts)


def _of_city(link: ProjectAirLink) -> list[Part]:
    rows = CityDailyRollup.objects.filter(
        city=link.city_id, pollutant=link.pollutant, day__range=(link.baseline_from, link.evaluation_until)
    ).values_list(
        "day", "is_published_mean", "averaging", "source", "unit", "reference_state", "stations", "n", "total"
    )
    return [Part(WHOLE_CITY, *row) for row in rows.order_by("day", "source", "reference_state")]


def _of_stations(link: ProjectAirLink, stations: Sequence[int]) -> list[Part]:
    """Return one part a station, day and kind: of two sources the better one, as city means are pooled."""
    rows = DailyRollup.objects.filter(
        series__station__in=stations,
        series__pollutant=link.pollutant,
        day__range=(link.baseline_from, link.evaluation_until),
    ).values_list(
        "series__station", "day", "series__station__kind", "series__averaging", "series__source",
        "series__unit", "series__reference_state", "n", "total", "max_8h_mean",
    )  # fmt: skip
    best: dict[tuple[int, datetime.date, Kind], Part] = {}
    for station, day, kind, averaging, source, unit, state, n, total, highest in rows:
        is_published = kind == Station.Kind.CITY_MEAN
        part = Part(station, day, is_published, averaging, source, unit, state, 1, n, total, highest)
        where = station, day, part.kind
        best[where] = max(best.get(where, part), part, key=_goodness)
    # In one order, so that sums are the same to the last bit.
    return sorted(best.values(), key=lambda part: (part.place, part.day))


def _goodness(part: Part) -> tuple[int, int, int, str]:
    rank = SOURCES[part.source].rank if part.source in SOURCES else 0
    # The name last, so that of equals the same one answers whatever the order of rows.
    return (rank if part.n >= HOURS_FOR_A_VALID_DAY else 0, part.n, rank, part.source)


def _in_one_unit(link: ProjectAirLink, parts: Sequence[Part]) -> Air:
    scales = {(part.unit, part.reference_state) for part in parts}
    unit, state = common_unit(link.pollutant, scales) if scales else ("", "none")
    factors = {scale: convert(1, link.pollutant, scale[0], unit, scale[1]) for scale in scales}
    grouped: dict[Kind, dict[int, list[Part]]] = {kind: defaultdict(list) for kind in KINDS}
    for part in parts:
        grouped[part.kind][part.place].append(part)
    # A city whose days need stations is still one place.
    if not link.stations.all():
        grouped = {kind: _as_one(places) for kind, places in grouped.items()}
    return Air(
        unit,
        state,
        len(scales) > 1 and is_gas(link.pollutant),
        {kind: sorted({part.source for part in parts if part.kind == kind}) for kind in KINDS},
        {
            kind: {place: _placed(link, found, factors) for place, found in places.items()}
            for kind, places in grouped.items()
        },
    )


def joined(places: Sequence[Place]) -> Place:
    """Return several stations as one place: every value counts once, every station's 8 hours too."""
    judged = np.array([np.isfinite(place.highest_8h) for place in places]).sum(axis=0)
    sums = np.array([np.nan_to_num(place.highest_8h) for place in places]).sum(axis=0)
    return Place(
        np.sum([place.stations for place in places], axis=0),
        Days(
            np.sum([place.days.n for place in places], axis=0),
            np.sum([place.days.total for place in places], axis=0),
        ),
        np.divide(sums, judged, out=np.full(len(sums), np.nan), where=judged > 0),
    )


def _as_one(places: Mapping[int, list[Part]]) -> dict[int, list[Part]]:
    together = [part for parts in places.values() for part in parts]
    return {WHOLE_CITY: together} if together else {}


def _placed(link: ProjectAirLink, parts: Sequence[Part], factors: Mapping[tuple[str, str], float]) -> Place:
    size = (link.evaluation_until - link.baseline_from).days + 1
    at = np.array([(part.day - link.baseline_from).days for part in parts])
    factor = np.array([factors[part.unit, part.reference_state] for part in parts])
    highest = np.array([np.nan if part.highest_8h is None else part.highest_8h for part in parts]) * factor
    known = np.isfinite(highest)
    stations = _sums(at, np.array([part.stations for part in parts]), size)
    n = _sums(at, np.array([part.n for part in parts]), size)
    total = _sums(at, np.array([part.total for part in parts]) * factor, size)
    judged, sums = np.bincount(at[known], minlength=size), _sums(at[known], highest[known], size)
    mean_8h = np.divide(sums, judged, out=np.full(size, np.nan), where=judged > 0)
    return Place(stations, Days(n, total), mean_8h)


def _sums(at: NDArray[np.int64], values: NDArray[Any], size: int) -> Numbers:
    return np.bincount(at, values, size).astype(np.float64)
