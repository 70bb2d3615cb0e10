"""Series of several places brought into one unit and one table."""

import datetime
import zoneinfo
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from environment.explorer.charts import Line
from environment.explorer.places import Place
from environment.measurements.models import Averaging, Pollutant
from environment.measurements.periods import Period
from environment.measurements.queries import series_table
from environment.measurements.rows import PeriodRow
from environment.measurements.template_words import concentration, unit_in_words
from environment.sources.registry import GENERATED
from environment.standards import common_unit, convert, is_gas


@dataclass(frozen=True)
class Column:
    """What one place says: rows as received, and the same rows in the common unit."""

    place: Place
    received: Sequence[PeriodRow]
    rows: Sequence[PeriodRow]

    @property
    def n(self) -> int:
        return sum(row.n for row in self.rows)

    @property
    def expected(self) -> int:
        return sum(row.expected for row in self.rows)

    @property
    def capture(self) -> float:
        return self.n / self.expected if self.expected else 0.0

    @property
    def mean(self) -> float | None:
        """The mean over all values; where kinds of values mix, every hour of the time counts the same."""
        is_one_kind = len({(row.averaging, row.source) for row in self.rows if row.n}) == 1
        weighed = [
            (row.mean, row.n if is_one_kind else _hours_a_station(row))
            for row in self.rows
            if row.mean is not None
        ]
        total = sum(weight for _mean, weight in weighed)
        return sum(mean * weight for mean, weight in weighed) / total if total else None

    @property
    def max(self) -> float | None:
        return max((row.max for row in self.rows if row.max is not None), default=None)

    @property
    def averagings(self) -> list[str]:
        """How often what was received comes, in words: hours, or a city's own daily means."""
        return sorted({str(Averaging(row.averaging).label) for row in self.rows if row.n})

    @property
    def sources(self) -> list[str]:
        return sorted({name for row in self.rows for name in row.source.split("+") if name})

    @property
    def units_received(self) -> list[str]:
        """Unit and reference state of what was received, each once, in words."""
        return sorted({unit_in_words(row.unit, row.reference_state) for row in self.received if row.unit})

    @property
    def was_converted(self) -> bool:
        shown = {(row.unit, row.reference_state) for row in self.rows if row.unit}
        return any((row.unit, row.reference_state) not in shown for row in self.received if row.unit)


@dataclass(frozen=True)
class TableRow:
    """One period of all places; `when` is a local time for each place where these differ."""

    when: Sequence[str]
    cells: Sequence[PeriodRow | None]


@dataclass(frozen=True)
class SideBySide:
    """One pollutant of several places over one stretch of time."""

    pollutant: str
    period: str
    unit: str
    columns: Sequence[Column]
    rows: Sequence[TableRow]

    @property
    def conversions(self) -> list[str]:
        """Say in a sentence a place what was converted for the comparison."""
        if not is_gas(self.pollutant):
            return []
        return [
            _("%(place)s: converted to %(unit)s for the comparison; received in %(received)s.")
            % {"place": column.place.name, "unit": self.unit, "received": ", ".join(column.units_received)}
            for column in self.columns
            if column.was_converted
        ]

    @property
    def is_illustrative(self) -> bool:
        return any(GENERATED in column.sources for column in self.columns)

    @property
    def caption(self) -> str:
        return _("%(pollutant)s in %(unit)s, one value a %(period)s") % {
            "pollutant": Pollutant(self.pollutant).label,
            "unit": self.unit,
            "period": Period(self.period).label,
        }

    @property
    def in_words(self) -> str:
        """Say what the chart shows to those who do not see it."""
        means = "; ".join(
            _("%(place)s: mean %(mean)s %(unit)s")
            % {"place": column.place.name, "mean": concentration(column.mean, self.unit), "unit": self.unit}
            for column in self.columns
        )
        return f"{self.caption}. {means}"

    def lines(self, least_capture: float = 0.0) -> list[Line]:
        """Return a line a place, in the clock of the first one; what captured less than asked for is a gap.

        They come in the order of the cities' keys, so that a city keeps its colour whoever is host.
        """
        columns = sorted(self.columns, key=lambda column: column.place.city.pk)
        clock = columns[0].place.city.zone
        return [
            Line(column.place.name.plain, _points(column.rows, self.period, clock, least_capture))
            for column in columns
        ]

    @property
    def has_values(self) -> bool:
        return any(column.n for column in self.columns)


def side_by_side(
    places: Sequence[Place],
    *,
    pollutant: str,
    period: str,
    start: datetime.date,
    end: datetime.date,
) -> SideBySide:
    """Return the air of several places from `start` to before `end` of their own calendars, in one unit."""
    received = [
        series_table(
            city=place.city, station=place.station, pollutant=pollutant, period=period, start=start, end=end
        )
        for place in places
    ]
    scales = {(row.unit, row.reference_state) for rows in received for row in rows if row.unit}
    unit, state = common_unit(pollutant, scales) if scales else ("", "")
    columns = [
        Column(place, rows, _merged([_in_unit(row, pollutant, unit, state) for row in rows]))
        for place, rows in zip(places, received, strict=True)
    ]
    return SideBySide(pollutant, period, unit_in_words(unit, state), columns, list(_table(columns, period)))


def _hours_a_station(row: PeriodRow) -> float:
    hours_a_value = 24 if row.averaging == Averaging.DAY else 1
    return row.n * hours_a_value / max(row.stations, 1)


def _in_unit(row: PeriodRow, pollutant: str, unit: str, state: str) -> PeriodRow:
    if row.mean is None or row.max is None or (row.unit, row.reference_state) == (unit, state):
        return row
    factor = convert(1, pollutant, row.unit, unit, row.reference_state)
    return replace(row, mean=row.mean * factor, max=row.max * factor, unit=unit, reference_state=state)


def _merged(rows: Sequence[PeriodRow]) -> list[PeriodRow]:
    """Put rows of one period together that came apart only by what they were received in."""
    merged: dict[datetime.datetime, PeriodRow] = {}
    for row in rows:
        known = merged.get(row.start)
        merged[row.start] = row if known is None else _sum(known, row)
    return list(merged.values())


def _sum(one: PeriodRow, other: PeriodRow) -> PeriodRow:
    if one.mean is None or one.max is None or other.mean is None or other.max is None:
        return other if one.mean is None else one
    n = one.n + other.n
    mean = (one.mean * one.n + other.mean * other.n) / n
    return replace(one, n=n, mean=mean, max=max(one.max, other.max))


def _key(row: PeriodRow, period: str) -> datetime.datetime:
    """Hours belong together by the moment, longer periods by the calendar of each place."""
    if period == Period.HOUR:
        return row.start.astimezone(datetime.UTC)
    return row.start.replace(tzinfo=None)


def _table(columns: Sequence[Column], period: str) -> Iterator[TableRow]:
    by_key = [{_key(row, period): row for row in column.rows} for column in columns]
    for key in sorted({key for rows in by_key for key in rows}):
        cells = [rows.get(key) for rows in by_key]
        yield TableRow(_when(key, columns, period), cells)


def _when(key: datetime.datetime, columns: Sequence[Column], period: str) -> list[str]:
    if period != Period.HOUR:
        return [key.strftime({"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}[period])]
    zones = dict.fromkeys(column.place.city.zone for column in columns)
    return [key.astimezone(zone).strftime("%Y-%m-%d %H:%M %Z") for zone in zones]


def _points(
    rows: Sequence[PeriodRow], period: str, clock: zoneinfo.ZoneInfo, least_capture: float
) -> list[tuple[datetime.datetime, float | None]]:
    return [
        (
            row.start.astimezone(clock) if period == Period.HOUR else row.start,
            row.mean if row.capture >= least_capture else None,
        )
        for row in rows
    ]
