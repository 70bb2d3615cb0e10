"""The hour of a city as its advisories are decided by: of its urban stations, else of its published mean.

The stations answer where at least half of the urban ones in service have a value, particles by their mean
and ozone by the highest. Else the city's published mean answers; of ozone that is the least that the
highest station can have had.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, cast

from committee.cities.models import City
from environment.measurements.cells import Cell, Family, hours
from environment.measurements.models import Averaging, Series
from environment.measurements.rows import InService
from environment.sources.clock import LocalClock
from environment.standards import AdvisoryRule, NoConversion, advisory_rule, convert
from environment.stations.models import Station

LEAST_SHARE_OF_STATIONS = 0.5
OF_STATIONS, PUBLISHED = Family(Averaging.HOUR, False), Family(Averaging.HOUR, True)


class AreaHour(NamedTuple):
    """The value of the alert area in the hour that ended at `hour`, in the unit of the rule."""

    hour: int
    value: float
    is_published_mean: bool


def hours_of_area(city: City, pollutant: str, first: datetime.date, last: datetime.date) -> list[AreaHour]:
    """Return the known hours of the alert area from one local day through another, the earliest first."""
    clock = LocalClock(city.time_zone)
    series = _series(city, pollutant)
    cells = hours(series, clock, first, last + datetime.timedelta(days=1))
    of_hours: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        of_hours[cast("int", cell.when)].append(cell)
    in_service = _stations_in_service(series, clock, clock.start(first), clock.end(last))
    return [
        found
        for hour, known in of_hours.items()
        if (rule := advisory_rule(pollutant, clock.day(hour)))
        and (found := _area_hour(hour, known, in_service.get(hour, 0), rule))
    ]


def _series(city: City, pollutant: str) -> list[Series]:
    found = Series.objects.of_city(city).filter(
        pollutant=pollutant,
        averaging=Averaging.HOUR,
        station__kind__in=[Station.Kind.URBAN, Station.Kind.CITY_MEAN],
        first_hour__isnull=False,
    )
    return list(found.select_related("station").order_by("pk"))


def _stations_in_service(
    series: Iterable[Series], clock: LocalClock, after: int, until: int
) -> dict[int, int]:
    in_service = InService(series, clock)
    if OF_STATIONS not in in_service.families:
        return {}
    counts = in_service.stations_by_hour(OF_STATIONS, after, until)
    return dict(zip(range(after + 1, until + 1), counts, strict=True))


def _area_hour(hour: int, cells: list[Cell], in_service: int, rule: AdvisoryRule) -> AreaHour | None:
    of_stations = _answer(hour, [cell for cell in cells if cell.family == OF_STATIONS], rule)
    known = sum(cell.n for cell in cells if cell.family == OF_STATIONS)
    if of_stations and known >= LEAST_SHARE_OF_STATIONS * in_service:
        return of_stations
    return _answer(hour, [cell for cell in cells if cell.family == PUBLISHED], rule)


def _answer(hour: int, cells: list[Cell], rule: AdvisoryRule) -> AreaHour | None:
    converted = [(cell, factor) for cell in cells if (factor := _factor(cell, rule)) is not None]
    if not converted:
        return None
    if rule.area == "highest":
        value = max(cell.highest * factor for cell, factor in converted)
    else:
        value = sum(cell.total * factor for cell, factor in converted) / sum(cell.n for cell, _ in converted)
    return AreaHour(
        hour,
        # What is converted or averaged costs the last digit, and a threshold met exactly would be missed.
        round(value, 6),
        any(cell.family == PUBLISHED for cell in cells),
    )


def _factor(cell: Cell, rule: AdvisoryRule) -> float | None:
    """Return what a value is multiplied with, None where nobody stated what it would take to convert it."""
    try:
        return convert(1.0, rule.pollutant, cell.unit, rule.unit, cell.reference_state)
    except NoConversion:
        return None
