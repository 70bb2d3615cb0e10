"""The ledger's days as files for a spreadsheet."""

import csv
import io
from collections.abc import Sequence

import xlsxwriter
from django.http import HttpResponse

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
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_answer(days: Sequence[Day], name: str) -> HttpResponse:
    """Return the days with a byte order mark, so that spreadsheets read them as UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADING)
    writer.writerows(_row(day) for day in days)
    return _file("\ufeff" + text.getvalue(), "text/csv; charset=utf-8", f"{name}.csv")


def xlsx_answer(days: Sequence[Day], name: str) -> HttpResponse:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("ledger")
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(HEADING) - 1, 14)
        sheet.write_row(0, 0, HEADING, workbook.add_format({"bold": True}))
        for place, day in enumerate(days, start=1):
            sheet.write_row(place, 0, _row(day))
    return _file(content.getvalue(), WORKBOOK, f"{name}.xlsx")


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


def _file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
