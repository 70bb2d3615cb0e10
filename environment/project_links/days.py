"""The days of air that links are about, read from rollups: two queries, however many links."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Q, Value

from environment.measurements.models import Averaging, CityDailyRollup, DailyRollup
from environment.measurements.pooling import HOURS_FOR_A_VALID_DAY
from environment.project_links.models import ProjectAirLink
from environment.sources.registry import SOURCES
from environment.standards import common_unit, convert, is_gas
from environment.stations.models import Station

# Pollutants whose standard of a day is one of the highest mean over 8 hours; cities' days do not hold it.
JUDGED_BY_8_HOURS = ("o3", "co")
VALUES_A_DAY = {Averaging.HOUR.value: 24, Averaging.DAY.value: 1}


class Kind(NamedTuple):
    """What days were made from: hours of stations come first, a published daily mean of the city last."""

    is_published_mean: bool
    averaging: str


KINDS = [Kind(is_published, averaging) for is_published in (False, True) for averaging in VALUES_A_DAY]


class Part(NamedTuple):
    """What one source says about one day of a city or a station, in its own unit."""

    place: int
    pollutant: str
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


@dataclass
class AirDay:
    """One day over all stations of a link, in the link's unit."""

    stations: int = 0
    n: int = 0
    total: float = 0.0
    highest_8h: list[float] = field(default_factory=list)

    @property
    def mean(self) -> float:
        return self.total / self.n

    @property
    def mean_of_highest_8h(self) -> float | None:
        return sum(self.highest_8h) / len(self.highest_8h) if self.highest_8h else None


@dataclass(frozen=True)
class AirOfLink:
    """All days of a link in one unit, by what they were made from."""

    unit: str
    reference_state: str
    sources: dict[Kind, list[str]]
    was_converted: bool
    days: dict[Kind, dict[datetime.date, AirDay]]


def air_of(links: Iterable[ProjectAirLink]) -> dict[int, AirOfLink]:
    """Return the air of each link by the link's id; the links come `with_places`."""
    links = list(links)
    of_cities = _city_parts([link for link in links if not _needs_stations(link)])
    of_stations = _station_parts([link for link in links if _needs_stations(link)])
    return {
        link.pk: _in_one_unit(
            link.pollutant,
            _best_of_stations(link, of_stations) if _needs_stations(link) else _of_city(link, of_cities),
        )
        for link in links
    }


def _needs_stations(link: ProjectAirLink) -> bool:
    return bool(link.stations.all()) or link.pollutant in JUDGED_BY_8_HOURS


def _in_periods(link: ProjectAirLink) -> Q:
    baseline = Q(day__gte=link.baseline_from, day__lte=link.baseline_until)
    return baseline | Q(day__gte=link.evaluation_from, day__lte=link.evaluation_until)


def _city_parts(links: Sequence[ProjectAirLink]) -> list[Part]:
    asked = Q()
    for link in links:
        asked |= Q(city=link.city_id, pollutant=link.pollutant) & _in_periods(link)
    rows = CityDailyRollup.objects.filter(asked).values_list(
        "city", "pollutant", "day", "is_published_mean", "averaging", "source", "unit", "reference_state",
        "stations", "n", "total",
    )  # fmt: skip
    return [Part(*row) for row in rows] if links else []


def _station_parts(links: Sequence[ProjectAirLink]) -> list[Part]:
    asked = Q()
    for link in links:
        stations = [station.pk for station in link.stations.all()]
        where = Q(series__station__in=stations) if stations else Q(series__station__city=link.city_id)
        asked |= where & Q(series__pollutant=link.pollutant) & _in_periods(link)
    rows = DailyRollup.objects.filter(asked).values_list(
        "series__station", "series__pollutant", "day", "series__station__kind", "series__averaging",
        "series__source", "series__unit", "series__reference_state", Value(1), "n", "total", "max_8h_mean",
    )  # fmt: skip
    return [_of_station(*row) for row in rows] if links else []


def _of_station(station: int, pollutant: str, day: datetime.date, kind: str, *rest: Any) -> Part:
    return Part(station, pollutant, day, kind == Station.Kind.CITY_MEAN, *rest)


def _is_asked(link: ProjectAirLink, part: Part) -> bool:
    in_baseline = link.baseline_from <= part.day <= link.baseline_until
    in_evaluation = link.evaluation_from <= part.day <= link.evaluation_until
    return part.pollutant == link.pollutant and (in_baseline or in_evaluation)


def _of_city(link: ProjectAirLink, parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if part.place == link.city_id and _is_asked(link, part)]


def _best_of_stations(link: ProjectAirLink, parts: Iterable[Part]) -> list[Part]:
    """Return one part a station, day and kind: of two sources the better one, as city means are pooled."""
    chosen = {station.pk for station in link.stations.all()}
    best: dict[tuple[int, datetime.date, Kind], Part] = {}
    for part in parts:
        if _is_asked(link, part) and (not chosen or part.place in chosen):
            where = part.place, part.day, part.kind
            best[where] = max(best.get(where, part), part, key=_goodness)
    return list(best.values())


def _goodness(part: Part) -> tuple[int, int, int]:
    rank = SOURCES[part.source].rank if part.source in SOURCES else 0
    return (rank if part.n >= HOURS_FOR_A_VALID_DAY else 0, part.n, rank)


def _in_one_unit(pollutant: str, parts: Sequence[Part]) -> AirOfLink:
    scales = {(part.unit, part.reference_state) for part in parts}
    unit, state = common_unit(pollutant, scales) if scales else ("", "none")
    days: dict[Kind, dict[datetime.date, AirDay]] = {kind: defaultdict(AirDay) for kind in KINDS}
    for part in parts:
        factor = convert(1, pollutant, part.unit, unit, part.reference_state)
        day = days[part.kind][part.day]
        day.stations += part.stations
        day.n += part.n
        day.total += part.total * factor
        if part.highest_8h is not None:
            day.highest_8h.append(part.highest_8h * factor)
    sources = {kind: sorted({part.source for part in parts if part.kind == kind}) for kind in KINDS}
    return AirOfLink(unit, state, sources, len(scales) > 1 and is_gas(pollutant), days)
