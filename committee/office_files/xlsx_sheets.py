"""What the sheets of a report's workbook hold: one a table or chart, in the order of the paper."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from committee.office_files.chart_values import Value, value_tables
from committee.office_files.manuscript import printable
from committee.office_files.numbers import Shown, shown_number
from committee.printing import content
from committee.printing.content import Block, Chart, Report, Table
from committee.printing.contents import Numbers

Cell = Value | Shown


@dataclass(frozen=True)
class Values:
    """A heading and the rows below it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Sheet:
    """One table or chart: its name is short and unique, its caption the one on paper."""

    name: str
    caption: str
    place: str  # the headings above it
    values: tuple[Values, ...]
    notes: tuple[str, ...]

    @property
    def row_count(self) -> int:
        return sum(len(values.rows) for values in self.values)


def sheets_of(report: Report) -> Iterator[Sheet]:
    """Yield a sheet for every table and chart; the edition's language is switched on."""
    numbers, unnumbered = Numbers(), itertools.count(1)
    for section in report.sections:
        for part, place in _shown(section.blocks, (section.heading,)):
            if isinstance(part, Chart):
                name = f"{pgettext('numbered in a report', 'Chart')} {numbers.next('chart')}"
                yield _of_chart(part, name, place)
                continue
            word = pgettext("numbered in a report", "Table")
            if part.is_numbered:
                name = f"{word} {numbers.next('table')}"
                yield _of_table(part, name, f"{name}. {part.caption}", place)
            else:
                yield _of_table(part, f"{word} – {next(unnumbered)}", part.caption, place)


def _shown(blocks: Sequence[Block], place: tuple[str, ...]) -> Iterator[tuple[Chart | Table, str]]:
    """Yield tables and charts in the order of the paper, each with the headings above it."""
    for block in blocks:
        match block:
            case Table():
                yield block, " › ".join(place)
            case Chart(table=table):
                yield block, " › ".join(place)
                yield from _shown((table,) if table else (), place)
            case content.Subsection(heading=heading):
                yield from _shown(block.blocks, (*place, heading))
            case content.SideBySide(statements=statements):
                yield from _shown(statements, place)
            case content.Statement(city=city):
                yield from _shown(block.blocks, (*place, city))
            case content.Pair(sides=sides):
                yield from _shown(sides, place)
            case content.InLanguage(blocks=inside):
                yield from _shown(inside, place)
            case content.Paragraph() | content.Listing() | content.Facts():
                pass
            case content.Figures() | content.Picture():
                pass
            case _:
                assert_never(block)


def _of_chart(chart: Chart, name: str, place: str) -> Sheet:
    values = tuple(Values(table.headings, table.rows) for table in value_tables(chart.spec))
    notes = [chart.alt, chart.note, *_mark(chart.illustrative)]
    return Sheet(name, f"{name}. {chart.caption}", place, values, tuple(filter(None, notes)))


def _of_table(table: Table, name: str, caption: str, place: str) -> Sheet:
    is_marked = any(row.illustrative for row in table.rows)
    headings = tuple(printable(column.heading) for column in table.columns)
    rows = tuple(_row(row, table, is_marked) for row in table.rows)
    values = Values((*headings, _("illustrative")) if is_marked else headings, rows)
    notes = [table.note, *_mark(table.illustrative)]
    return Sheet(name, caption, place, (values,), tuple(filter(None, notes)))


def _row(row: content.Row, table: Table, is_marked: bool) -> tuple[Cell, ...]:
    cells = [_cell(cell, column) for cell, column in zip(row.cells, table.columns, strict=True)]
    return (*cells, "◇" if row.illustrative else "") if is_marked else tuple(cells)


def _cell(cell: content.Cell, column: content.Column) -> Cell:
    """Return what a cell says; a number where its column is one of numbers, which are set at the end."""
    match cell:
        case content.Status(words=words):
            return words
        case content.Lines(lines=lines):
            return "\n".join(lines)
        case words:
            return (shown_number(words) if column.align == "end" else None) or words


def _mark(is_illustrative: bool) -> list[str]:
    return [f"◇ {_('illustrative')}"] if is_illustrative else []
