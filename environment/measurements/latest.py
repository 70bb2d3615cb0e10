"""The last hour of a city, as the hotline shows it."""

import datetime
from dataclasses import dataclass

from committee.cities.models import City
from environment.measurements.cells import Cell, family_of, merit
from environment.measurements.models import Averaging, Measurement, Series
from environment.measurements.rows import InService, PeriodRow, Span, rows_of
from environment.sources.clock import LocalClock
from environment.stations.models import Station


@dataclass(frozen=True)
class StationValue:
    """The value of one station in one hour, as received."""

    station: Station
    pollutant: str
    value: float
    unit: str
    reference_state: str
    source: str


@dataclass(frozen=True)
class LatestHour:
    """The last hour of which a city sent anything: local start and end, means by pollutant, values."""

    start: datetime.datetime
    end: datetime.datetime
    means: dict[str, PeriodRow]
    values: list[StationValue]


def latest_hour(city: City) -> LatestHour | None:
    """Return the last hour that any station of a city has a value of; None where the city has none.

    The city's published mean answers where no station does. Two queries, however many stations.
    """
    hourly = Series.objects.of_city(city).filter(averaging=Averaging.HOUR, last_hour__isnull=False)
    series = {one.pk: one for one in hourly.select_related("station")}
    if not series:
        return None
    last = max(one.last_hour or 0 for one in series.values())
    rows = Measurement.objects.filter(series__in=series, hour=last).values_list("series_id", "value")
    best: dict[tuple[int, str], tuple[tuple[int, ...], Series, float]] = {}
    for pk, value in rows:
        one = series[pk]
        place, candidate = (one.station_id, one.pollutant), (merit(one, 24), one, value)
        best[place] = max(best.get(place, candidate), candidate, key=lambda found: found[0])
    answering = [(one, value) for _, one, value in best.values()]
    clock = LocalClock(city.time_zone)
    return LatestHour(
        start=clock.moment(last - 1),
        end=clock.moment(last),
        means=_means(clock, last, answering, list(series.values())),
        values=[_station_value(one, value) for one, value in sorted(answering, key=lambda pair: pair[0].pk)],
    )


def _means(
    clock: LocalClock, hour: int, answering: list[tuple[Series, float]], series: list[Series]
) -> dict[str, PeriodRow]:
    span = Span(clock.moment(hour - 1), hour - 1, hour, 0)
    cells: dict[str, list[Cell]] = {}
    for one, value in answering:
        cell = Cell(hour, family_of(one), one.source, one.unit, one.reference_state, 1, value, value)
        cells.setdefault(one.pollutant, []).append(cell)
    return {
        pollutant: rows_of(
            span, own, InService((one for one in series if one.pollutant == pollutant), clock)
        )[0]
        for pollutant, own in sorted(cells.items())
    }


def _station_value(series: Series, value: float) -> StationValue:
    return StationValue(
        series.station, series.pollutant, value, series.unit, series.reference_state, series.source
    )
