"""Series of several places brought into one unit and one table."""

import datetime
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _

from committee.languages.sentences import in_a_row, listed
from environment.explorer.charts import Line, Mark
from environment.explorer.places import Place
from environment.explorer.reference_steps import Step, steps_of
from environment.explorer.tables import Rows
from environment.explorer.units import COMMON, Measure, NotComparable, in_measure, measure_for
from environment.measurements.models import Averaging, Pollutant
from environment.measurements.periods import Period
from environment.measurements.queries import series_table
from environment.measurements.rows import PeriodRow
from environment.measurements.template_words import concentration, unit_in_words
from environment.sources.registry import GENERATED
from environment.standards import is_gas


@dataclass(frozen=True)
class Column:
    """What one place says: rows as received, and the same rows in the unit that is shown.

    `state` is set where values are shown as received: a place has a column for each reference state.
    """

    place: Place
    received: Sequence[PeriodRow]
    rows: Sequence[PeriodRow]
    state: str = ""

    @property
    def name(self) -> str:
        if not self.state:
            return self.place.name.plain
        return f"{self.place.name.plain} ({unit_in_words(self.rows[0].unit, self.state)})"

    @cached_property
    def n(self) -> int:
        return sum([row.n for row in self.rows])

    @cached_property
    def expected(self) -> int:
        return sum([row.expected for row in self.rows])

    @property
    def capture(self) -> float:
        return self.n / self.expected if self.expected else 0.0

    @cached_property
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

    @cached_property
    def max(self) -> float | None:
        return max((row.max for row in self.rows if row.max is not None), default=None)

    @property
    def averagings(self) -> list[str]:
        """How often what was received comes, in words: hours, or a city's own daily means."""
        return sorted({str(Averaging(name).label) for name in {row.averaging for row in self.rows if row.n}})

    @cached_property
    def sources(self) -> list[str]:
        names = {row.source for row in self.rows}
        return sorted({name for joined in names for name in joined.split("+") if name})

    @cached_property
    def units_received(self) -> list[str]:
        """Unit and reference state of what was received, each once, in words."""
        return sorted(unit_in_words(unit, state) for unit, state in measures_of(self.received))

    @property
    def was_converted(self) -> bool:
        return not measures_of(self.received) <= measures_of(self.rows)


@dataclass(frozen=True)
class SideBySide:
    """One pollutant of several places over one stretch of time; `left_out` cannot be compared."""

    pollutant: str
    period: str
    unit: str
    columns: Sequence[Column]
    steps: Sequence[Step] = ()
    left_out: Sequence[Column] = ()

    @cached_property
    def rows(self) -> Rows:
        return Rows(
            [column.rows for column in self.columns],
            [column.place.city.zone for column in self.columns],
            self.period,
        )

    @property
    def label(self) -> str:
        return str(Pollutant(self.pollutant).label)

    @property
    def conversions(self) -> list[str]:
        """Say in a sentence a place what was converted for the comparison, and what could not be."""
        if not is_gas(self.pollutant):
            return []
        converted = [
            _("%(place)s: converted to %(unit)s for the comparison; received in %(received)s.")
            % {"place": column.place.name, "unit": self.unit, "received": listed(column.units_received)}
            for column in self.columns
            if column.was_converted
        ]
        left_out = [
            _("%(place)s is left out: what was received in %(received)s cannot be converted.")
            % {"place": column.place.name, "received": listed(column.units_received)}
            for column in self.left_out
        ]
        return converted + left_out

    @property
    def notes(self) -> list[str]:
        """All sentences without which the figures could be misread."""
        return self.conversions + [step.sentence for step in self.steps]

    @property
    def is_illustrative(self) -> bool:
        return any(GENERATED in column.sources for column in self.columns)

    @property
    def caption(self) -> str:
        return _("%(pollutant)s in %(unit)s, one value a %(period)s") % {
            "pollutant": self.label,
            "unit": self.unit,
            "period": Period(self.period).label,
        }

    @property
    def in_words(self) -> str:
        """Say what the chart shows to those who do not see it."""
        means = "; ".join(
            _("%(place)s: mean %(mean)s %(unit)s")
            % {"place": column.name, "mean": concentration(column.mean, self.unit), "unit": self.unit}
            for column in self.columns
        )
        return in_a_row([f"{self.caption}. {means}", *(step.sentence for step in self.steps)])

    def lines(self, least_capture: float = 0.0) -> list[Line]:
        """Return a line a place, in the clock of the first one; what captured less than asked for is a gap.

        They come in the order of the cities' keys, so that a city keeps its colour whoever is host.
        """
        columns = sorted(self.columns, key=lambda column: column.place.city.pk)
        clock = columns[0].place.city.zone
        return [
            Line(column.name, _points(column.rows, self.period, clock, least_capture)) for column in columns
        ]

    @property
    def marks(self) -> list[Mark]:
        return [Mark(step.day, step.words) for step in self.steps]

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
    unit: str = COMMON,
) -> SideBySide:
    """Return the air of several places from `start` to before `end` of their own calendars, in one unit.

    Args:
        unit: `COMMON`, or one of the measures of `units.py` that converts. What cannot be converted is
            left out, and said to be.
    """
    received = [
        series_table(
            city=place.city, station=place.station, pollutant=pollutant, period=period, start=start, end=end
        )
        for place in places
    ]
    measure = measure_for(pollutant, unit, {pair for rows in received for pair in measures_of(rows)})
    columns, left_out = [], []
    for place, rows in zip(places, received, strict=True):
        try:
            columns.append(Column(place, rows, _merged(in_measure(rows, pollutant, measure))))
        except NotComparable:
            left_out.append(Column(place, rows, []))
    return SideBySide(
        pollutant,
        period,
        unit_in_words(*measure),
        columns,
        steps_of(columns, pollutant, start, end),
        left_out,
    )


def as_received(
    places: Sequence[Place], *, pollutant: str, period: str, start: datetime.date, end: datetime.date
) -> list[SideBySide]:
    """Return the air of several places without converting anything: a table for each unit received.

    A change of the reference state parts a place's values into two columns.
    """
    columns: dict[str, list[Column]] = {}
    for place in places:
        rows = series_table(
            city=place.city, station=place.station, pollutant=pollutant, period=period, start=start, end=end
        )
        for (unit, state), own in _by_measure(rows).items():
            columns.setdefault(unit, []).append(Column(place, own, own, state if is_gas(pollutant) else ""))
    return [
        SideBySide(pollutant, period, unit, own, steps_of(own, pollutant, start, end))
        for unit, own in columns.items()
    ]


def measures_of(rows: Sequence[PeriodRow]) -> set[Measure]:
    """Return the unit and reference state of rows that hold values, of all where none does."""
    return {(row.unit, row.reference_state) for row in rows if row.n} or {
        (row.unit, row.reference_state) for row in rows if row.unit
    }


def _by_measure(rows: Sequence[PeriodRow]) -> dict[Measure, list[PeriodRow]]:
    """Part rows by what they were received in; a gap belongs to what came before it."""
    parted: dict[Measure, list[PeriodRow]] = {}
    first = next((row for row in rows if row.n), None)
    measure = (first.unit, first.reference_state) if first else None
    for row in rows:
        if row.n or measure is None:
            measure = row.unit, row.reference_state
        parted.setdefault(measure, []).append(row)
    return parted


def _hours_a_station(row: PeriodRow) -> float:
    hours_a_value = 24 if row.averaging == Averaging.DAY else 1
    return row.n * hours_a_value / max(row.stations, 1)


def _merged(rows: Sequence[PeriodRow]) -> list[PeriodRow]:
    """Put rows of one period, which follow each other, together: they came apart only by their unit."""
    merged: list[PeriodRow] = []
    for row in rows:
        if merged and merged[-1].start == row.start:
            merged[-1] = _sum(merged[-1], row)
        else:
            merged.append(row)
    return merged


def _sum(one: PeriodRow, other: PeriodRow) -> PeriodRow:
    if one.mean is None or one.max is None or other.mean is None or other.max is None:
        return other if one.mean is None else one
    n = one.n + other.n
    mean = (one.mean * one.n + other.mean * other.n) / n
    return replace(one, n=n, mean=mean, max=max(one.max, other.max))


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
