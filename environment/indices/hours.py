"""The index of an hour: what Seoul, Beijing or the EPA would show at its end.

Korea: gases of the hour, particles as C24E. China 2012: gases of the hour, particles of the last 24 hours;
2026: all six of the hour. US: particles as NowCast, O3 and CO of the last 8 hours, the others of the hour.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from committee.cities.models import City
from environment.indices.days import city_of, country_of, rule_on
from environment.indices.units import in_unit_of
from environment.measurements.cells import Cell, hours
from environment.measurements.models import Averaging, Series
from environment.measurements.rows import FAMILIES
from environment.sources.clock import LocalClock
from environment.standards import Index, Rule, c24e, index, nowcast
from environment.standards.limits import Averaging as RuleAveraging
from environment.standards.rules import POLLUTANTS
from environment.stations.models import Station

HOURS_BACK = 24
# Hours that a moving mean must have, of so many.
FEWEST = {24: 20, 8: 6}
PARTICLES = ("pm25", "pm10")

Hours = Sequence[float | None]


@dataclass(frozen=True)
class HourIndex:
    """The index of the hour that ends at `hour` (UTC, whole hours since 1970); None before the first rule."""

    hour: int
    index: Index | None

    @property
    def value(self) -> int | None:
        return self.index.value if self.index else None


def hour_index(place: City | Station, hour: int, rule: Rule | None = None) -> HourIndex:
    """Return the index of an hour under `rule`, or under the one in force there on its local day."""
    clock = LocalClock(city_of(place).time_zone)
    in_force = rule or rule_on(country_of(place), clock.day(hour))
    if in_force is None:
        return HourIndex(hour, None)
    return HourIndex(hour, index_of_hours(in_force, air_of_hours(place, hour), clock.day(hour)))


def air_of_hours(place: City | Station, hour: int) -> Mapping[str, Sequence[Cell | None]]:
    """Return the last 24 hours up to `hour` by pollutant, the oldest first, None where there is nothing."""
    clock = LocalClock(city_of(place).time_zone)
    return {pollutant: _latest_hours(place, pollutant, clock, hour) for pollutant in POLLUTANTS}


def index_of_hours(rule: Rule, air: Mapping[str, Sequence[Cell | None]], day: datetime.date) -> Index:
    """Return the index of an hour from its last 24 hours by pollutant, the oldest first, None for gaps."""
    concentrations: dict[tuple[str, str], float | None] = {}
    for pollutant, cells in air.items():
        averaging = _averaging(rule, pollutant)
        known = [_in_unit(rule, pollutant, averaging, cell, day) for cell in cells]
        concentrations[pollutant, averaging] = _of_an_hour(rule, pollutant, averaging, known)
        if (rule.country, pollutant) == ("US", "o3"):
            of_the_hour = _in_unit(rule, pollutant, "hour", cells[-1] if cells else None, day)
            concentrations[pollutant, "hour"] = of_the_hour
    return index(rule, concentrations)


def _averaging(rule: Rule, pollutant: str) -> RuleAveraging:
    if rule.name == "cn-hj633-2026":
        return "hour"
    if pollutant in PARTICLES:
        return "day"
    return "8h" if rule.country == "US" and pollutant in ("o3", "co") else "hour"


def _of_an_hour(rule: Rule, pollutant: str, averaging: RuleAveraging, known: Hours) -> float | None:
    if averaging == "hour":
        return known[-1] if known else None
    if averaging == "8h":
        return _moving_mean(known, 8)
    if rule.country == "KR":
        return c24e(pollutant, list(known[-12:]))
    return nowcast(known[-12:]) if rule.country == "US" else _moving_mean(known, 24)


def _moving_mean(known: Hours, length: int) -> float | None:
    there = [value for value in known[-length:] if value is not None]
    return sum(there) / len(there) if len(there) >= FEWEST[length] else None


def _in_unit(
    rule: Rule, pollutant: str, averaging: RuleAveraging, cell: Cell | None, day: datetime.date
) -> float | None:
    if cell is None:
        return None
    mean = cell.total / cell.n
    return in_unit_of(rule, pollutant, averaging, mean, cell.unit, cell.reference_state, day)


def _latest_hours(place: City | Station, pollutant: str, clock: LocalClock, hour: int) -> list[Cell | None]:
    """Return the last 24 hours up to `hour`, each as the mean of the stations that have it."""
    of_place = {"station": place} if isinstance(place, Station) else {"station__city": place}
    series = Series.objects.filter(**of_place, pollutant=pollutant, averaging=Averaging.HOUR)
    if isinstance(place, City):
        series = series.exclude(station__kind=Station.Kind.EMBASSY)
    first = clock.day(hour - HOURS_BACK + 1)
    cells = hours(
        list(series.select_related("station")), clock, first, clock.day(hour) + datetime.timedelta(days=1)
    )
    best: dict[int, Cell] = {}
    for cell in cells:
        # Of hours, `when` is a number.
        ending = cast("int", cell.when)
        known = best.get(ending)
        if known is None or _preference(cell) > _preference(known):
            best[ending] = cell
    return [best.get(one) for one in range(hour - HOURS_BACK + 1, hour + 1)]


def _preference(cell: Cell) -> tuple[int, int]:
    return -FAMILIES.index(cell.family), cell.n
