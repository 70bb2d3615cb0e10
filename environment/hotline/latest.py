"""What the cities sent last, and how old it is."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from committee.cities.models import City
from environment.measurements.latest import LatestHour, StationValue, latest_hour
from environment.measurements.models import Pollutant
from environment.measurements.rows import PeriodRow
from environment.measurements.template_words import unit_in_words
from environment.sources.registry import GENERATED
from environment.stations.models import Station

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
        return self.hour is not None and self.age <= FRESH_FOR


def latest_of(city: City, now: datetime.datetime) -> LatestOfCity:
    hour = latest_hour(city)
    if hour is None:
        return LatestOfCity(city, None, datetime.timedelta(), [])
    means = [
        LatestMean(pollutant, hour.means[pollutant]) for pollutant in Pollutant if pollutant in hour.means
    ]
    return LatestOfCity(city, hour, now - hour.end, means)
