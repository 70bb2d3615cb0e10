"""Tables of air quality as a workbook: a sheet a table, and one that says what the figures are.

Rows are written one after the other and leave memory at once. Nothing in the file depends on when or
where it is written, so the same tables give the same bytes.
"""

import datetime
import io
import re
from collections.abc import Iterator, Sequence

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from environment.explorer.side_by_side import Column, SideBySide
from environment.explorer.tables import TableRow
from environment.measurements.periods import Period
from environment.measurements.template_words import DECIMALS

# Workbooks carry a date of making; that of the file format's own release stands for "none".
MADE = datetime.datetime(2007, 1, 1)
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
LONGEST_SHEET_NAME = 31
DATES = {
    Period.HOUR: "yyyy-mm-dd hh:mm",
    Period.DAY: "yyyy-mm-dd",
    Period.MONTH: "yyyy-mm",
    Period.YEAR: "yyyy",
}
FIGURES_A_PLACE = 4
WIDE, NARROW = 18, 12
# Above the rows of a sheet stand its caption, the places and the names of the figures.
ROWS_OF_HEADING = 3

Cell = str | int | float | datetime.datetime | None


def workbook(tables: Sequence[SideBySide]) -> bytes:
    """Return the tables as an XLSX file, with dates as dates and figures as figures."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": MADE})
        bold = book.add_format({"bold": True})
        for number, shown in enumerate(tables, start=1):
            sheet = book.add_worksheet(_sheet_name(f"{number} {shown.label} {shown.unit}"))
            date = book.add_format({"num_format": DATES[Period(shown.period)], "align": "left"})
            figure = book.add_format({"num_format": f"0.{'0' * DECIMALS.get(shown.unit.split(' ')[0], 1)}"})
            _fill(sheet, shown, bold, date, figure)
        _explain(book.add_worksheet(_sheet_name(_("Notes"))), tables, bold)
    return file.getvalue()


def _fill(sheet: Worksheet, shown: SideBySide, bold: Format, date: Format, figure: Format) -> None:
    zones = [zone.key for zone in shown.rows.zones] or [""]
    sheet.set_column(0, len(zones) - 1, WIDE)
    sheet.set_column(len(zones), len(zones) + FIGURES_A_PLACE * len(shown.columns) - 1, NARROW)
    sheet.freeze_panes(ROWS_OF_HEADING, len(zones))
    sheet.write_string(0, 0, shown.caption, bold)
    for place, column in enumerate(shown.columns):
        sheet.write_string(1, len(zones) + place * FIGURES_A_PLACE, column.name, bold)
    names = [_("Mean"), _("Highest value"), _("Values"), _("Expected values")] * len(shown.columns)
    starts = [" ".join(filter(None, [_("Start"), zone])) for zone in zones]
    for place, name in enumerate([*starts, *names]):
        sheet.write_string(2, place, name, bold)
    for number, row in enumerate(shown.rows, start=ROWS_OF_HEADING):
        for place, start in enumerate(row.starts):
            sheet.write_datetime(number, place, start.replace(tzinfo=None), date)
        for place, value in enumerate(_figures(row), start=len(zones)):
            if value is not None:
                sheet.write_number(number, place, value, figure if isinstance(value, float) else None)


def _figures(row: TableRow) -> Iterator[float | int | None]:
    for cell in row.cells:
        yield from (cell.mean, cell.max, cell.n, cell.expected) if cell else (None,) * FIGURES_A_PLACE


def _explain(sheet: Worksheet, tables: Sequence[SideBySide], bold: Format) -> None:
    """Say for each column unit, source and capture, then the sentences without which it could be misread."""
    headings = [
        _("Pollutant"),
        _("Place"),
        _("Unit"),
        _("Received in"),
        _("One value a"),
        _("Source"),
        _("Values"),
        _("Expected values"),
        _("Data capture"),
    ]
    sheet.set_column(0, len(headings) - 1, WIDE)
    for place, heading in enumerate(headings):
        sheet.write_string(0, place, heading, bold)
    number = 0
    for number, cells in enumerate(_columns(tables), start=1):
        for place, cell in enumerate(cells):
            sheet.write(number, place, cell)
    notes = list(dict.fromkeys(note for shown in tables for note in shown.notes))
    for row, note in enumerate(notes, start=number + 2):
        sheet.write_string(row, 0, note)


def _columns(tables: Sequence[SideBySide]) -> Iterator[list[Cell]]:
    for shown in tables:
        for column in shown.columns:
            yield [shown.label, column.name, shown.unit, *_origin(column)]


def _origin(column: Column) -> list[Cell]:
    words = [", ".join(each) for each in (column.units_received, column.averagings, column.sources)]
    return [*words, column.n, column.expected, round(column.capture, 4)]


def _sheet_name(words: str) -> str:
    return NOT_IN_SHEET_NAMES.sub("", words)[:LONGEST_SHEET_NAME].strip()
