"""The ledger's days as files for a spreadsheet."""

from collections.abc import Sequence

from django.http import HttpResponse

from committee.pages import spreadsheets
from environment.ledger.figures import Day

HEADING = [
    "day",
    "promised",
    "received",
    "accepted",
    "on_time",
    "late",
    "missing",
    "beyond_promise",
    "rejected",
    "mean_hours_late",
    "most_hours_late",
]


def csv_answer(days: Sequence[Day], name: str) -> HttpResponse:
    return spreadsheets.csv_answer(HEADING, map(_row, days), name)


def xlsx_answer(days: Sequence[Day], name: str) -> HttpResponse:
    return spreadsheets.xlsx_answer(HEADING, map(_row, days), name, sheet_name="ledger")


def _row(day: Day) -> list[str | int | float | None]:
    figures = day.figures
    mean = figures.mean_hours_late
    return [
        day.day.isoformat(),
        figures.promised,
        figures.received,
        figures.accepted,
        figures.on_time,
        figures.late,
        figures.missing,
        figures.beyond,
        figures.rejected,
        None if mean is None else round(mean, 2),
        figures.most_hours_late or None,
    ]
