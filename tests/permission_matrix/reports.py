from typing import Any

from tests.factories.edition import (
    EditionFactory,
    EditionFileFactory,
    FailedEditionFactory,
    ReadyEditionFactory,
)
from tests.factories.meeting import MeetingFactory
from tests.permission_matrix import MEMBER_ROLES, Row, World, of_members, of_secretariat


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_ready(_world: World) -> list[Any]:
    return [ReadyEditionFactory().pk]


def of_file(_world: World) -> list[Any]:
    return [EditionFileFactory().edition.pk, "docx"]


def of_no_file(_world: World) -> list[Any]:
    return [ReadyEditionFactory().pk, "docx"]


def of_failed(_world: World) -> list[Any]:
    return [FailedEditionFactory().pk]


def of_queued(_world: World) -> list[Any]:
    return [EditionFactory().pk]


def of_today(_world: World) -> list[Any]:
    return [MeetingFactory().pk, "ko"]


def languages(_world: World) -> dict[str, Any]:
    return {"languages": ["ko"]}


def of_workers(status: int, *, secretariat: int | None = None, anonymous: int = 302) -> dict[str, Any]:
    """The same answer for every member but observers, who do not see what is not ready."""
    answers = {"anonymous": anonymous} | dict.fromkeys(MEMBER_ROLES, status)
    # `elsewhere` is a co-lead as well, of another subcommittee.
    return answers | {"observer": 404, "elsewhere": status, "secretariat": secretariat or status}


ROWS = [
    Row("report_list", **of_members(200)),
    Row("report_meeting", of_meeting, **of_members(200)),
    Row("report_today", of_today, **of_secretariat(200)),
    Row("report_new", of_meeting, **of_members(405)),
    Row("report_new", of_meeting, method="post", **of_secretariat(422)),
    Row("report_new", of_meeting, method="post", form=languages, **of_secretariat(302)),
    Row("report", of_ready, **of_members(200)),
    Row("report", of_queued, **of_workers(200)),
    Row("report", of_failed, **of_workers(200)),
    Row("report_preview", of_ready, **of_members(200)),
    Row("report_preview", of_queued, **of_members(404)),
    Row("report_download", of_ready, **of_members(200)),
    Row("report_download", of_failed, **of_members(404)),
    Row("report_file", of_file, **of_members(200)),
    Row("report_file", of_no_file, **of_members(404)),
    Row("report_web", of_ready, **of_members(200)),
    Row("report_web", of_queued, **of_members(404)),
    Row("report_stop", of_ready, **of_members(405)),
    Row("report_stop", of_ready, method="post", **of_secretariat(422)),
    Row("report_stop", of_queued, method="post", **of_workers(403, secretariat=302)),
    Row("report_compare", of_ready, **of_members(405)),
    Row("report_compare", of_ready, method="post", **of_secretariat(302)),
    Row("report_compare", of_failed, method="post", **of_workers(403, secretariat=422)),
    Row("report_build_again", of_ready, **of_members(405)),
    Row("report_build_again", of_ready, method="post", **of_secretariat(422)),
    Row("report_build_again", of_queued, method="post", **of_workers(403, secretariat=422)),
    Row("report_build_again", of_failed, method="post", **of_workers(403, secretariat=302)),
    Row("api-report-list", **of_members(200, anonymous=403)),
    Row("api-report-detail", of_ready, **of_members(200, anonymous=403)),
    Row("api-report-detail", of_queued, **of_workers(200, anonymous=403)),
]
