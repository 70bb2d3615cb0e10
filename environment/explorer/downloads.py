"""What a table of air quality shows, as a file for a spreadsheet."""

import csv
import io

from django.http import HttpResponse
from django.utils.text import slugify

from environment.explorer.side_by_side import SideBySide

HEADING = ["place", "start", "n", "expected", "mean", "max", "unit", "reference_state", "source"]
# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_answer(shown: SideBySide) -> HttpResponse:
    """Return all rows of a table with a byte order mark, so that spreadsheets read it as UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADING)
    for column in shown.columns:
        place = harmless(column.place.name.plain)
        for row in column.rows:
            writer.writerow(
                [
                    place,
                    row.start.isoformat(),
                    row.n,
                    row.expected,
                    _number(row.mean),
                    _number(row.max),
                    row.unit,
                    row.reference_state,
                    harmless(row.source),
                ]
            )
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    name = slugify(f"air {shown.pollutant} {shown.period}")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"
