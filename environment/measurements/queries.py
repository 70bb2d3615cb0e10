"""Questions to the measurements; pages, commands, reports and project links all ask here."""

import datetime
from collections.abc import Iterator

from django.db.models import Max, Min

from committee.cities.models import City
from environment.measurements.cells import Cell, city_days, city_days_of_source, hours, station_days
from environment.measurements.models import Averaging, Delivery, Series
from environment.measurements.periods import Period, days_between, first_day, next_first_day
from environment.measurements.plain_hours import is_one_kind, plain_hours
from environment.measurements.rows import InService, PeriodRow, Span, rows_of
from environment.naming.sources import name_of_source
from environment.sources.clock import LocalClock
from environment.stations.models import Station

# A day, month or year by its first day, an hour by its number.
When = datetime.date | int


def series_table(
    *,
    city: City,
    station: Station | None = None,
    pollutant: str,
    period: str,
    start: datetime.date,
    end: datetime.date,
    source: str | None = None,
) -> list[PeriodRow]:
    """Return a row for each hour, day, month or year of the city's calendar from `start` to before `end`.

    Without a station, the mean is that of all values of the city's stations. Where no station covers the
    period, the city's official daily means or its published mean answer, as `source` says. `source`
    restricts to one source. Periods before the first and after the last value received have no row.
    """
    series = _series(city, station, pollutant, source)
    if not series:
        return []
    clock = LocalClock(city.time_zone)
    if period == Period.HOUR:
        series = [one for one in series if one.averaging == Averaging.HOUR]
        start, end = _within(clock, series, start, end)
        if is_one_kind(series):
            return plain_hours(series, clock, start, end)
        cells = hours(series, clock, start, end)
        spans = _hours(clock, start, end)
    elif station:
        cells, spans = station_days(series, start, end), _days(clock, series, period, start, end)
    else:
        cells = city_days_of_source(series, start, end) if source else city_days(city, pollutant, start, end)
        spans = _days(clock, series, period, start, end)
    in_service, grouped = InService(series, clock), _grouped(cells, period)
    return [row for when, span in spans for row in rows_of(span, grouped.get(when, []), in_service)]


def days_with_values(
    city: City, station: Station | None = None, pollutant: str | None = None
) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last local day of which anything was received, None where nothing was."""
    series = Series.objects.of_city(city)
    if station:
        series = series.filter(station=station)
    if pollutant:
        series = series.filter(pollutant=pollutant)
    found = series.aggregate(first=Min("first_hour"), last=Max("last_hour"))
    if found["first"] is None:
        return None
    clock = LocalClock(city.time_zone)
    return clock.day(found["first"]), clock.day(found["last"])


def _series(city: City, station: Station | None, pollutant: str, source: str | None) -> list[Series]:
    found = Series.objects.of_city(city).filter(pollutant=pollutant, first_hour__isnull=False)
    if station:
        found = found.filter(station=station)
    if source:
        found = found.filter(source=source)
    elif station is None:
        found = found.exclude(station__kind=Station.Kind.EMBASSY)
    return list(found.select_related("station"))


def _grouped(cells: list[Cell], period: str) -> dict[When, list[Cell]]:
    groups: dict[When, list[Cell]] = {}
    for cell in cells:
        when = cell.when if isinstance(cell.when, int) else first_day(period, cell.when)
        groups.setdefault(when, []).append(cell)
    return groups


def _days(
    clock: LocalClock, series: list[Series], period: str, start: datetime.date, end: datetime.date
) -> Iterator[tuple[When, Span]]:
    """Yield the periods that any series covers, each by its first day; the first and last are cut short."""
    earliest, latest = _days_of(clock, series)
    begin = max(start, first_day(period, earliest))
    finish = min(end, next_first_day(period, first_day(period, latest)))
    after = clock.start(begin)
    for first, following in days_between(period, begin, finish):
        until = clock.start(following)
        yield first_day(period, first), Span(clock.midnight(first), after, until, (following - first).days)
        after = until


def _within(
    clock: LocalClock, series: list[Series], start: datetime.date, end: datetime.date
) -> tuple[datetime.date, datetime.date]:
    """Cut a time to the days of the series: clocks long ago were no whole hours from UTC."""
    if not series:
        return start, start
    earliest, latest = _days_of(clock, series)
    return max(start, earliest), min(end, latest + datetime.timedelta(days=1))


def _hours(clock: LocalClock, start: datetime.date, end: datetime.date) -> Iterator[tuple[When, Span]]:
    if start >= end:
        return
    for hour in range(clock.start(start) + 1, clock.start(end) + 1):
        yield hour, Span(clock.moment(hour - 1), hour - 1, hour, 0)


def _days_of(clock: LocalClock, series: list[Series]) -> tuple[datetime.date, datetime.date]:
    earliest = min(one.first_hour for one in series if one.first_hour is not None)
    latest = max(one.last_hour for one in series if one.last_hour is not None)
    return clock.day(earliest), clock.day(latest)


def sources_delivered() -> list[tuple[str, str]]:
    """Return the sources of which anything was delivered, each with its name, to choose one from."""
    codes = Delivery.objects.order_by("source").values_list("source", flat=True).distinct()
    return [(code, name_of_source(code)) for code in codes]
