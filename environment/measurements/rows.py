"""Puts cells together into rows of periods, and decides which kind of values answers for a period."""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from environment.measurements.cells import Cell, Family, family_of
from environment.measurements.models import Averaging, Series
from environment.sources.clock import LocalClock

# The first of these that covers three quarters of a period answers for it, else the one that covers most.
FAMILIES = [
    Family(Averaging.HOUR, False),
    Family(Averaging.DAY, False),
    Family(Averaging.HOUR, True),
    Family(Averaging.DAY, True),
]
ENOUGH = 0.75
# Only a prefix lies between these two: at one reference state they are the same measure.
MICROGRAMS = {"µg/m³": 1.0, "mg/m³": 1000.0}


# Not frozen: a table has thousands of rows, and freezing doubles the time each one takes to make.
@dataclass(slots=True)
class PeriodRow:
    """One line of a table of air quality. `mean` and `max` are derived; both are None where `n` is 0.

    `n` counts the values behind the mean and `expected` those that could be: hours, or daily means where
    `averaging` is "day". `stations` counts the stations in service.
    """

    start: datetime.datetime
    n: int
    expected: int
    mean: float | None
    max: float | None
    unit: str
    source: str
    averaging: str
    reference_state: str
    stations: int

    @property
    def capture(self) -> float:
        """Share of the expected values that are there, 0 to 1."""
        return self.n / self.expected if self.expected else 0.0


class Span(NamedTuple):
    """A period to fill: its local start, and the hours (UTC ends) after which and until which it runs."""

    start: datetime.datetime
    after: int
    until: int
    days: int


class InService:
    """How many stations of a kind were at work: from the day of the first value to that of the last."""

    def __init__(self, series: Iterable[Series], clock: LocalClock) -> None:
        self.example: dict[Family, Series] = {}
        firsts: dict[Family, dict[int, int]] = defaultdict(dict)
        lasts: dict[Family, dict[int, int]] = defaultdict(dict)
        for one in series:
            if one.first_hour is None or one.last_hour is None:
                continue
            family, station = family_of(one), one.station_id
            self.example.setdefault(family, one)
            first, last = clock.start(clock.day(one.first_hour)) + 1, clock.end(clock.day(one.last_hour))
            firsts[family][station] = min(first, firsts[family].get(station, first))
            lasts[family][station] = max(last, lasts[family].get(station, last))
        self.families = [family for family in FAMILIES if family in self.example]
        self._firsts = {family: sorted(hours.values()) for family, hours in firsts.items()}
        self._lasts = {family: sorted(hours.values()) for family, hours in lasts.items()}

    def stations(self, family: Family, span: Span) -> int:
        """Return the number of stations; sharing but one day at its edge with a month counts for none."""
        inner = self._overlapping(family, span, 24) if span.days > 1 else 0
        return inner or self._overlapping(family, span, 0)

    def stations_by_hour(self, family: Family, after: int, until: int) -> list[int]:
        """Return the number of stations in each hour after `after` and until `until`."""
        hours = np.arange(after, until)
        started = np.searchsorted(self._firsts[family], hours + 1, side="right")
        ended = np.searchsorted(self._lasts[family], hours, side="right")
        counts: list[int] = (started - ended).tolist()
        return counts

    def _overlapping(self, family: Family, span: Span, margin: int) -> int:
        started = bisect_right(self._firsts[family], span.until - margin)
        return started - bisect_right(self._lasts[family], span.after + margin)


class Choice(NamedTuple):
    """What one kind of values holds of a period."""

    family: Family
    cells: list[Cell]
    stations: int
    expected: int

    @property
    def covered(self) -> float:
        return sum([cell.n for cell in self.cells]) / self.expected if self.expected else 1.0


def rows_of(span: Span, cells: list[Cell], in_service: InService) -> list[PeriodRow]:
    """Return the rows of one period: one, more where units cannot be averaged, none outside of service."""
    choices = [
        choice for family in in_service.families if (choice := _choice(span, family, cells, in_service))
    ]
    if not choices:
        return []
    chosen = choices[0]
    if len(choices) > 1:
        # The first that covers enough; `max` keeps the first of equals.
        chosen = max(choices, key=lambda choice: min(choice.covered, ENOUGH))
    if not chosen.cells:
        return [_empty_row(span, chosen, in_service)]
    if len(chosen.cells) == 1:
        return [_row_of_cell(span, chosen.cells[0], chosen)]
    return [_row(span, group, chosen) for group in _averageable(chosen.cells)]


def _choice(span: Span, family: Family, cells: list[Cell], in_service: InService) -> Choice | None:
    own = cells if len(in_service.families) == 1 else [cell for cell in cells if cell.family == family]
    stations = in_service.stations(family, span)
    expected = stations * (span.days if family.averaging == Averaging.DAY else span.until - span.after)
    return Choice(family, own, stations, expected) if own or expected else None


def _row_of_cell(span: Span, cell: Cell, choice: Choice) -> PeriodRow:
    """The same as `_row`, straight: most days of a city are one cell, and a table has thousands of days."""
    return PeriodRow(
        span.start,
        cell.n,
        choice.expected,
        cell.total / cell.n,
        cell.highest,
        cell.unit,
        cell.source,
        choice.family.averaging,
        cell.reference_state,
        choice.stations,
    )


def _empty_row(span: Span, choice: Choice, in_service: InService) -> PeriodRow:
    example = in_service.example[choice.family]
    return PeriodRow(
        start=span.start,
        n=0,
        expected=choice.expected,
        mean=None,
        max=None,
        unit=example.unit,
        source="",
        averaging=choice.family.averaging,
        reference_state=example.reference_state,
        stations=choice.stations,
    )


def _averageable(cells: list[Cell]) -> list[list[Cell]]:
    """Return the cells in groups that share a measure, most values first."""
    groups: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        groups["mass" if cell.unit in MICROGRAMS else cell.unit, cell.reference_state].append(cell)
    return sorted(groups.values(), key=lambda group: -sum(cell.n for cell in group))


def _row(span: Span, cells: list[Cell], choice: Choice) -> PeriodRow:
    counts: dict[str, int] = defaultdict(int)
    for cell in cells:
        counts[cell.unit] += cell.n
    unit = max(counts, key=lambda name: counts[name])
    n = sum(counts.values())
    return PeriodRow(
        start=span.start,
        n=n,
        expected=choice.expected,
        mean=sum(cell.total * _factor(cell.unit, unit) for cell in cells) / n,
        max=max(cell.highest * _factor(cell.unit, unit) for cell in cells),
        unit=unit,
        source="+".join(sorted({cell.source for cell in cells})),
        averaging=choice.family.averaging,
        reference_state=cells[0].reference_state,
        stations=choice.stations,
    )


def _factor(unit: str, wanted: str) -> float:
    return 1.0 if unit == wanted else MICROGRAMS[unit] / MICROGRAMS[wanted]
