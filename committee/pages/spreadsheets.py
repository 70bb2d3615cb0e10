"""Tables as files for a spreadsheet: CSV and XLSX."""

import csv
import datetime
import io
import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote

import xlsxwriter
from django.http import HttpResponse
from django.utils.text import slugify

Cell = str | int | float | datetime.date | None

WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A spreadsheet takes a cell that begins with one of these for a formula; East Asian ones the wide forms too.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
WIDTH = 14
# What no file system takes in a name, and what would end a header's line.
NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f"*/:<>?\\|]+')
LONGEST_NAME = 100


def csv_answer(
    heading: Sequence[str], rows: Iterable[Sequence[Cell]], name: str, plain_name: str = ""
) -> HttpResponse:
    """Return a table with a byte order mark, so that spreadsheets read it as UTF-8."""
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text)
    writer.writerow(heading)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return _file(text.getvalue(), "text/csv; charset=utf-8", plain_name or name, name, "csv")


def xlsx_answer(
    heading: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    name: str,
    plain_name: str = "",
    *,
    sheet_name: str | None = None,
) -> HttpResponse:
    """Return a table as a workbook; each row leaves memory as soon as it is written."""
    content = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with xlsxwriter.Workbook(content, options) as workbook:
        sheet = workbook.add_worksheet(sheet_name)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(heading) - 1, WIDTH)
        sheet.write_row(0, 0, heading, workbook.add_format({"bold": True}))
        for place, row in enumerate(rows, start=1):
            sheet.write_row(place, 0, row)
    return _file(content.getvalue(), WORKBOOK_TYPE, plain_name or name, name, "xlsx")


# How a table is answered, by the ending of the file's name.
ANSWERS: dict[str, Callable[..., HttpResponse]] = {"xlsx": xlsx_answer, "csv": csv_answer}


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def attachment(plain: str, name: str, extension: str) -> str:
    """Return the header of a file to be kept: its name in any script (RFC 5987), and one in ASCII."""
    named = NOT_IN_NAMES.sub("-", name)[:LONGEST_NAME].strip(" .")
    return (
        f'attachment; filename="{slugify(plain)}.{extension}"; '
        f"filename*=UTF-8''{quote(f'{named}.{extension}', safe='')}"
    )


def _file(content: str | bytes, kind: str, plain: str, name: str, extension: str) -> HttpResponse:
    header = {"Content-Disposition": attachment(plain, name, extension)}
    return HttpResponse(content, content_type=kind, headers=header)
