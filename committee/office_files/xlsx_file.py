"""The values behind every table and chart of a report as XLSX, a sheet each, numbered as on paper."""

import datetime
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from committee.office_files.manuscript import printable
from committee.office_files.numbers import Shown
from committee.office_files.xlsx_sheets import Cell, Sheet, Values, sheets_of
from committee.printing.content import Report

LONGEST_TEXT = 32_767  # what a cell holds
NARROW, WIDE, LONG_LINE = 10, 48, 30
FONTS = {"ko": "Malgun Gothic", "zh-hans": "Microsoft YaHei", "en": "Arial"}
FIRST_ROW = 3  # below the caption, the way back and an empty row
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def xlsx_of(report: Report) -> bytes:
    """Return the workbook of the report; the same content gives the same bytes."""
    file = io.BytesIO()
    with override(report.language), xlsxwriter.Workbook(file, OPTIONS) as book:
        _Workbook(book, report).fill()
    return file.getvalue()


class _Workbook:
    def __init__(self, book: Any, report: Report) -> None:
        self.book = book
        self.report = report
        font = FONTS[report.language]
        book.formats[0].set_font_name(font)
        self.plain = self._form()
        self.bold = self._form(bold=True)
        self.title = self._form(bold=True, font_size=14)
        self.head = self._form(bold=True, bottom=1, text_wrap=True)
        self.wrapped = self._form(text_wrap=True)
        self.quiet = self._form(font_color="#5B6570")
        self.way = self._form(font_color="#1B5F78", underline=1)
        self.numbers: dict[str, Format] = {}

    def fill(self) -> None:
        sheets = list(sheets_of(self.report))
        self._describe()
        first = self.book.add_worksheet(_("Contents"))
        self._fill_contents(first, sheets)
        for sheet in sheets:
            self._fill_sheet(self.book.add_worksheet(sheet.name), sheet, first.name)

    def _describe(self) -> None:
        made = datetime.datetime.combine(self.report.made_on, datetime.time())
        cover = self.report.cover
        words = {"title": printable(cover.title), "author": printable(cover.committee), "created": made}
        self.book.set_properties(words)

    def _fill_contents(self, to: Worksheet, sheets: Sequence[Sheet]) -> None:
        cover = self.report.cover
        to.set_column(0, 0, NARROW + 4)
        to.set_column(1, 2, WIDE)
        to.set_column(3, 3, NARROW)
        self._write(to, 0, 0, cover.title, self.title)
        for place, (label, words) in enumerate(self._facts(), start=1):
            self._write(to, place, 0, label, self.quiet)
            self._write(to, place, 1, words)
        place += 2
        headings = (_("Sheet"), _("Caption"), _("Place in the report"), _("Rows"))
        for column, heading in enumerate(headings):
            self._write(to, place, column, heading, self.head)
        for row, sheet in enumerate(sheets, start=place + 1):
            to.write_url(row, 0, f"internal:'{sheet.name}'!A1", self.way, sheet.name)
            self._write(to, row, 1, sheet.caption, self.wrapped)
            self._write(to, row, 2, sheet.place, self.wrapped)
            self._write(to, row, 3, sheet.row_count)

    def _facts(self) -> list[tuple[str, str]]:
        cover = self.report.cover
        identifier = [(_("Identifier"), self.report.identifier)] if self.report.identifier else []
        return [
            *identifier,
            (_("Committee"), cover.committee),
            (_("Period"), cover.period),
            (_("As of"), self.report.made_on.isoformat()),
            (_("Language"), str(dict(settings.LANGUAGES)[self.report.language])),
        ]

    def _fill_sheet(self, to: Worksheet, sheet: Sheet, contents: str) -> None:
        self._write(to, 0, 0, sheet.caption, self.bold)
        to.write_url(1, 0, f"internal:'{contents}'!A1", self.way, f"‹ {contents}")
        row = FIRST_ROW
        if len(sheet.values) == 1:
            to.freeze_panes(FIRST_ROW + 1, 1)
        for column, width in enumerate(_widths(sheet.values)):
            to.set_column(column, column, width)
        for values in sheet.values:
            row = self._fill_values(to, values, row) + 1
        for place, note in enumerate(sheet.notes, start=row):
            self._write(to, place, 0, note, self.quiet)

    def _fill_values(self, to: Worksheet, values: Values, row: int) -> int:
        """Write a heading and its rows; return the row below them."""
        for column, heading in enumerate(values.headings):
            self._write(to, row, column, heading, self.head)
        for cells in values.rows:
            row += 1
            for column, cell in enumerate(cells):
                self._write(to, row, column, cell)
        return row + 1

    def _write(self, to: Worksheet, row: int, column: int, cell: Cell, form: Format | None = None) -> None:
        """Write words as words, whatever they begin with, and values as values."""
        match cell:
            case None | "":
                return
            case Shown(value=value, form=number_form):
                to.write_number(row, column, value, self._number(number_form))
            case bool():
                to.write_boolean(row, column, cell, form or self.plain)
            case int() | float():
                to.write_number(row, column, cell, form or self.plain)
            case datetime.datetime():
                is_day = cell.time() == datetime.time()
                to.write_datetime(row, column, cell, self._number(f"yyyy-mm-dd{'' if is_day else ' hh:mm'}"))
            case words:
                text = _cut(printable(words))
                wraps = form is None and ("\n" in text or len(text) > LONG_LINE)
                to.write_string(row, column, text, self.wrapped if wraps else form or self.plain)

    def _number(self, form: str) -> Format:
        if form not in self.numbers:
            self.numbers[form] = self._form(num_format=form)
        return self.numbers[form]

    def _form(self, **look: Any) -> Format:
        look = {"font_name": FONTS[self.report.language], "font_size": 10, "valign": "top", **look}
        return self.book.add_format(look)


def _widths(tables: Sequence[Values]) -> list[int]:
    """Return a width for each column: as wide as its words, within limits."""
    widths: dict[int, int] = {}
    for values in tables:
        for cells in (values.headings, *values.rows):
            for column, cell in enumerate(cells):
                longest = max((len(line) for line in str(cell).split("\n")), default=0)
                widths[column] = max(widths.get(column, NARROW), min(WIDE, longest + 2))
    return [widths[column] for column in sorted(widths)]


def _cut(text: str) -> str:
    """Cut what no cell holds; the mark at its end says that more stands in the report."""
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 2]} …"
