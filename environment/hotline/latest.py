"""What the cities sent last, and how old it is."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from committee.cities.models import City
from environment.hotline.freshness import hour_due
from environment.indices.hours import hour_index
from environment.measurements.latest import LatestHour, StationValue, latest_hour
from environment.measurements.models import Pollutant
from environment.measurements.rows import PeriodRow
from environment.measurements.template_words import unit_in_words
from environment.naming.standards import name_of_category, name_of_rule
from environment.sources.registry import GENERATED
from environment.standards import Index
from environment.stations.models import Station

# Without a promise: two hours after the end of an hour, until the next one is over.
FRESH_FOR = datetime.timedelta(hours=3)


@dataclass(frozen=True)
class LatestMean:
    """The mean of a pollutant over a city's stations in its latest hour."""

    pollutant: Pollutant
    row: PeriodRow

    @property
    def unit(self) -> str:
        return unit_in_words(self.row.unit, self.row.reference_state)


@dataclass(frozen=True)
class StationNow:
    """What one station said in the latest hour; None for what it did not measure."""

    station: Station
    values: Sequence[StationValue | None]


@dataclass(frozen=True)
class LatestOfCity:
    """The latest hour of a city with its age; `hour` is None where nothing was ever sent hour by hour."""

    city: City
    hour: LatestHour | None
    age: datetime.timedelta
    means: Sequence[LatestMean]
    hour_due: int | None = None
    index: Index | None = None

    @property
    def rule(self) -> str:
        return name_of_rule(self.index.rule) if self.index else ""

    @property
    def category(self) -> str:
        known = self.index and self.index.category
        return name_of_category(self.index.rule, known) if self.index and known else ""

    @property
    def responsible(self) -> list[str]:
        return [str(Pollutant(code).label) for code in self.index.responsible] if self.index else []

    @property
    def lacking(self) -> list[str]:
        """The pollutants without which the rule gives no index."""
        return [str(Pollutant(code).label) for code in self.index.missing] if self.index else []

    @property
    def until(self) -> str:
        """The end of the hour on the city's clock; its day and zone stand with the start."""
        return self.hour.end.strftime("%H:%M") if self.hour else ""

    @property
    def is_illustrative(self) -> bool:
        return any(GENERATED in mean.row.source.split("+") for mean in self.means)

    @property
    def of_stations(self) -> list[StationNow]:
        """The values of each station, one a pollutant in the order of `means`."""
        by_station: dict[Station, dict[str, StationValue]] = {}
        for value in self.hour.values if self.hour else []:
            by_station.setdefault(value.station, {})[value.pollutant] = value
        shown = [mean.pollutant for mean in self.means]
        return [
            StationNow(station, [values.get(pollutant) for pollutant in shown])
            for station, values in by_station.items()
        ]

    @property
    def is_fresh(self) -> bool:
        """Whether the hour is there that the city promised to have sent by now."""
        if self.hour is None or self.hour_due is None:
            return self.hour is not None and self.age <= FRESH_FOR
        return number_of(self.hour) >= self.hour_due


def latest_of(city: City, now: datetime.datetime) -> LatestOfCity:
    hour = latest_hour(city)
    if hour is None:
        return LatestOfCity(city, None, datetime.timedelta(), [])
    means = [
        LatestMean(pollutant, hour.means[pollutant]) for pollutant in Pollutant if pollutant in hour.means
    ]
    index = hour_index(city, number_of(hour)).index
    return LatestOfCity(city, hour, now - hour.end, means, hour_due(city, now), index)


def number_of(hour: LatestHour) -> int:
    """Return the hour as hours are counted: its UTC end since 1970."""
    return int(hour.end.timestamp()) // 3600
