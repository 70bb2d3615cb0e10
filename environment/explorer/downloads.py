"""What a table of air quality shows, as a file for a spreadsheet."""

import csv
import io
from collections.abc import Sequence

from django.http import HttpResponse

from committee.pages.spreadsheets import WORKBOOK_TYPE, attachment, harmless
from environment.explorer.side_by_side import SideBySide
from environment.explorer.workbook import workbook

HEADING = [
    "place",
    "start",
    "n",
    "expected",
    "mean",
    "max",
    "unit",
    "reference_state",
    "source",
    "pollutant",
]
MOST_PLACES_NAMED = 3


def csv_answer(tables: Sequence[SideBySide]) -> HttpResponse:
    """Return all rows of some tables with a byte order mark, so that spreadsheets read it as UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADING)
    for shown in tables:
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
                        shown.pollutant,
                    ]
                )
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = attachment(*_names(tables), "csv")
    return answer


def workbook_answer(tables: Sequence[SideBySide]) -> HttpResponse:
    answer = HttpResponse(workbook(tables), content_type=WORKBOOK_TYPE)
    answer["Content-Disposition"] = attachment(*_names(tables), "xlsx")
    return answer


def _names(tables: Sequence[SideBySide]) -> tuple[str, str]:
    """Return a name of ASCII letters and one in the reader's words: places, pollutants, period."""
    if not tables:
        return "air", "air"
    pollutants = list(dict.fromkeys(shown.pollutant for shown in tables))
    labels = list(dict.fromkeys(shown.label for shown in tables))
    places = list(dict.fromkeys(column.place.name.plain for shown in tables for column in shown.columns))
    if len(places) > MOST_PLACES_NAMED:
        places = [*places[:MOST_PLACES_NAMED], f"+{len(places) - MOST_PLACES_NAMED}"]
    period = tables[0].period
    return f"air {' '.join(pollutants)} {period}", " ".join([*places, *labels, *_days(tables)])


def _days(tables: Sequence[SideBySide]) -> list[str]:
    starts = [
        row.start.date()
        for shown in tables
        for column in shown.columns
        if column.rows
        for row in (column.rows[0], column.rows[-1])
    ]
    return [f"{min(starts)}–{max(starts)}"] if starts else []


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"
