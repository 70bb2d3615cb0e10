"""Episodes as files for a spreadsheet."""

import csv
import io
from collections.abc import Iterable

import xlsxwriter
from django.http import HttpResponse

from environment.alerts.models import Episode

HEADING = [
    "id",
    "city",
    "pollutant",
    "start",
    "end",
    "state",
    "stages",
    "highest_stage",
    "peak",
    "unit",
    "peak_at",
    "rule",
    "verified",
    "decision",
    "decided_at",
]
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_answer(episodes: Iterable[Episode]) -> HttpResponse:
    """Return the episodes with a byte order mark, so that spreadsheets read them as UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADING)
    writer.writerows(_row(episode) for episode in episodes)
    return _file("\ufeff" + text.getvalue(), "text/csv; charset=utf-8", "episodes.csv")


def xlsx_answer(episodes: Iterable[Episode]) -> HttpResponse:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("episodes")
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(HEADING) - 1, 16)
        sheet.write_row(0, 0, HEADING, workbook.add_format({"bold": True}))
        for place, episode in enumerate(episodes, start=1):
            sheet.write_row(place, 0, _row(episode))
    return _file(content.getvalue(), WORKBOOK, "episodes.xlsx")


def _row(episode: Episode) -> list[str | int | float]:
    return [
        episode.pk,
        episode.city.code,
        episode.pollutant or "aqi",
        episode.exactly(episode.start_hour),
        episode.exactly(episode.until_hour) if episode.is_over else "",
        episode.state,
        " ".join(episode.stages),
        episode.highest_stage,
        episode.peak_value,
        episode.unit,
        episode.exactly(episode.peak_hour),
        episode.rule,
        "yes" if episode.is_verified else "no",
        episode.number,
        episode.decided_at.isoformat(timespec="seconds"),
    ]


def _file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
