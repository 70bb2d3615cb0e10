"""The outline of a report is the secretariats' alone."""

from typing import Any

from tests.factories.meeting import MeetingFactory
from tests.factories.meeting_report import report_in_review
from tests.factories.outline import OutlineSectionFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat

SECTION = "committee.progress.report_summary.summary"


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_reviewed(_world: World) -> list[Any]:
    return [report_in_review().meeting_id]


def of_section(_world: World) -> list[Any]:
    return [MeetingFactory().pk, SECTION]


def of_frozen_section(_world: World) -> list[Any]:
    return [report_in_review().meeting_id, SECTION]


def of_arranged(_world: World) -> list[Any]:
    return [OutlineSectionFactory().pk]


def section(_world: World) -> dict[str, Any]:
    return {"section": SECTION, "seen": "1"}


def buttons(name: str) -> list[Row]:
    """Who comes to the address of a button otherwise is sent to the page that has it."""
    return [
        Row(name, of_meeting, **of_members(302)),
        Row(name, of_meeting, method="post", form=section, **of_secretariat(302)),
        Row(name, of_meeting, method="post", **of_secretariat(404)),
        Row(name, of_reviewed, method="post", form=section, **of_secretariat(422)),
    ]


ROWS = [
    Row("report_outline", of_meeting, **of_secretariat(200)),
    Row("report_outline", of_reviewed, **of_secretariat(200)),
    *buttons("outline_up"),
    *buttons("outline_down"),
    *buttons("outline_show"),
    *buttons("outline_leave_out"),
    Row("outline_introduction", of_section, **of_secretariat(200)),
    Row("outline_introduction", of_section, method="post", **of_secretariat(302)),
    Row("outline_introduction", of_frozen_section, method="post", **of_secretariat(422)),
    Row("api-report-outline-list", **of_members(200, anonymous=403)),
    Row("api-report-outline-detail", of_arranged, **of_secretariat(200, others=404, anonymous=403)),
]
