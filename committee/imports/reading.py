"""The table in a file handed in: its heading, found by the names known, and the lines below it."""

import csv
import datetime
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from committee.pages.spreadsheets import FORMULA_STARTS
from committee.rules import BrokenRule

Cell = str | int | float | bool | datetime.date | datetime.datetime | datetime.time | None
Row = list[Cell]

ZIP = b"PK\x03\x04"
MOST_ROWS = 2000
MOST_BYTES_UNPACKED = 100_000_000
# A title or notes may stand above the heading.
LINES_ABOVE_A_HEADING = 10
MOST_LINES = MOST_ROWS + LINES_ABOVE_A_HEADING + 1
DELIMITERS = (",", ";", "\t")
# What stands for a formula or a mistake that a spreadsheet computed: it is no value that anybody wrote.
COMPUTED: Final = "\0computed"
DAMAGED = (zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, EOFError)

Name = Callable[[str], str]


class NotReadable(BrokenRule):
    """No table of ours is found in the file."""


@dataclass(frozen=True)
class Table:
    """`lines` are the rows by their number in the file, each cell under the name of its field."""

    lines: dict[int, dict[str, Cell]]
    unread: list[str]


def read(content: bytes, name_of: Name) -> Table:
    """Return the table in a file.

    Args:
        name_of: returns the field that a heading names, '' where it names none.

    Raises:
        NotReadable: when the file is damaged, has no heading that is known, or too many rows.
    """
    rows = _workbook(content) if content.startswith(ZIP) else _text(content, name_of)
    place = _place_of_heading(rows, name_of)
    if place is None:
        raise NotReadable(_("No heading is known. Take the template, or a file of the list, as a model."))
    heading = ["" if cell is None else str(cell).strip() for cell in rows[place]]
    fields = [name_of(words) for words in heading]
    if any(fields.count(name) > 1 for name in fields if name):
        raise NotReadable(_("Two columns have the same heading."))
    lines = {
        number: _by_field(row, fields)
        for number, row in enumerate(rows[place + 1 :], place + 2)
        if any(cell not in (None, "") for cell in row)
    }
    return Table(lines, [words for words, name in zip(heading, fields, strict=True) if words and not name])


def _place_of_heading(rows: list[Row], name_of: Name) -> int | None:
    """Return the place of the line above the rest in which most names are known."""
    known = [_known(row, name_of) for row in rows[:LINES_ABOVE_A_HEADING]]
    return known.index(max(known)) if any(known) else None


def _most_known(rows: list[Row], name_of: Name) -> int:
    return max((_known(row, name_of) for row in rows[:LINES_ABOVE_A_HEADING]), default=0)


def _by_field(row: Row, fields: list[str]) -> dict[str, Cell]:
    padded = row + [None] * (len(fields) - len(row))
    return {name: cell for name, cell in zip(fields, padded, strict=False) if name}


def _known(row: Row, name_of: Name) -> int:
    return sum(bool(name_of(cell)) for cell in row if isinstance(cell, str))


def _text(content: bytes, name_of: Name) -> list[Row]:
    """Read a CSV file in the encoding and with the sign between cells in which most headings are known."""
    known = partial(_most_known, name_of=name_of)
    best = [max((_separated(text, sign) for sign in DELIMITERS), key=known) for text in _decoded(content)]
    if not best:
        raise NotReadable(_("The file is neither XLSX nor a text that can be read. Save it as XLSX."))
    best.sort(key=known, reverse=True)
    # A text in the wrong encoding is read without an error, as other words.
    if len(best) > 1 and known(best[0]) == known(best[1]):
        raise NotReadable(_("The encoding of the text cannot be told. Save it as XLSX or as CSV in UTF-8."))
    return best[0]


def _decoded(content: bytes) -> list[str]:
    """Return the text, or what it may be in the older encodings of both countries."""
    for encodings in (["utf-8-sig"], ["cp949", "gb18030"]):
        if texts := [text for encoding in encodings if (text := _in_encoding(content, encoding)) is not None]:
            return texts
    return []


def _in_encoding(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _separated(text: str, sign: str) -> list[Row]:
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        return _few([[_as_meant(cell) for cell in line] for line in islice(lines, MOST_LINES)])
    except csv.Error:
        return []


def _as_meant(cell: str) -> str:
    """Take off the apostrophe with which a file of ours kept a text from being computed."""
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell


def _workbook(content: bytes) -> list[Row]:
    """Read the first sheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_BYTES_UNPACKED:
                raise NotReadable(_("The workbook is too large."))
        sheet: Any = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
        # Not every writer notes how far a sheet extends, and some note it wrongly.
        sheet.reset_dimensions()
        return _few([[_value(cell) for cell in row] for row in islice(sheet.iter_rows(), MOST_LINES)])
    except DAMAGED as problem:
        raise NotReadable(_("The workbook is damaged. Save it once more as XLSX.")) from problem


def _value(cell: Any) -> Cell:
    if cell.data_type in ("f", "e"):
        return COMPUTED
    value: Cell = cell.value
    return value.strip() if isinstance(value, str) else value


def _few(rows: list[Row]) -> list[Row]:
    if len(rows) == MOST_LINES:
        raise NotReadable(_("The file has too many rows. Import it in parts."))
    return rows
