"""Both cities' secretariats take a report on its way; who works on the cooperation comments on it."""

from typing import Any

from committee.reports.drafting import send_to_review
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.meeting_report import (
    KEY,
    MeetingReportFactory,
    approved_report,
    comment_of,
    frozen_round,
    published_report,
    refused_report,
    report_in_review,
    secretary_of,
    withdrawn_report,
)
from tests.permission_matrix import Row, Status, World, of_members, of_secretariat


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_draft(_world: World) -> list[Any]:
    return [MeetingReportFactory().pk]


def of_gathered(_world: World) -> list[Any]:
    report = MeetingReportFactory()
    send_to_review(by=secretary_of(seoul()), report=report)
    return [report.pk]


def of_refused(_world: World) -> list[Any]:
    return [refused_report().pk, "en"]


def of_reviewed(_world: World) -> list[Any]:
    return [report_in_review().pk]


def of_approved(_world: World) -> list[Any]:
    return [approved_report().pk]


def of_published(_world: World) -> list[Any]:
    return [published_report().pk]


def of_withdrawn(_world: World) -> list[Any]:
    return [withdrawn_report().pk]


def of_round(_world: World) -> list[Any]:
    return [report_in_review().pk, 1, "ko"]


def of_published_round(_world: World) -> list[Any]:
    return [published_report().pk, 1, "ko"]


def of_first_round(_world: World) -> list[Any]:
    return [report_in_review().pk, 1]


def of_second_round(_world: World) -> list[Any]:
    report = report_in_review()
    frozen_round(report, number=2, text="Cleaner air in May.")
    return [report.pk, 2]


def of_section(_world: World) -> list[Any]:
    return [report_in_review().pk, KEY]


def of_published_section(_world: World) -> list[Any]:
    return [published_report().pk, KEY]


def of_comment(_world: World) -> list[Any]:
    """One of Beijing's secretariat."""
    return [comment_of(beijing(), report_in_review()).pk]


def a_reason(_world: World) -> dict[str, Any]:
    return {"reason": "Figures are still to come."}


def a_withdrawal(_world: World) -> dict[str, Any]:
    return {"withdrawn_because": "A table was wrong."}


def a_correction(_world: World) -> dict[str, Any]:
    return {"correction": "The table of stations."}


def a_text(_world: World) -> dict[str, Any]:
    return {"text": "The figure of May is missing."}


def a_waiver(_world: World) -> dict[str, Any]:
    return {"language": "en", "reason": "A proper name."}


def a_begun_name(_world: World) -> dict[str, Any]:
    return {"text": "Ask @"}


def a_comment(_world: World) -> dict[str, Any]:
    return {"section": KEY, "text": "The figure of May is missing."}


def a_wrong_checksum(_world: World) -> dict[str, Any]:
    return {"seen": "another"}


def nothing(_world: World) -> dict[str, Any]:
    return {}


def of_refused_alone(_world: World) -> list[Any]:
    return [refused_report().pk]


ANON = {"anonymous": 403}


def of_workers(status: int, *, anonymous: int = 302) -> dict[str, Status]:
    """Observers see no report before it is published."""
    # `elsewhere` is a co-lead as well, of another subcommittee.
    return of_members(status, anonymous=anonymous) | {"observer": 404, "elsewhere": status}


def of_working_secretariat(status: Status, *, others: int = 403, anonymous: int = 302) -> dict[str, Status]:
    answers = of_secretariat(status, others=others, anonymous=anonymous)
    return answers | {"observer": 404, "elsewhere": others}


ROWS = [
    Row("meeting_reports_waiting", **of_members(200)),
    Row("meeting_report_new", of_meeting, **of_members(302)),
    Row("meeting_report_new", of_meeting, method="post", **of_secretariat(302)),
    Row("meeting_report", of_draft, **of_workers(200)),
    Row("meeting_report", of_reviewed, **of_workers(200)),
    Row("meeting_report", of_published, **of_members(200)),
    Row("meeting_report", of_withdrawn, **of_members(200)),
    Row("meeting_report_delete", of_draft, **of_working_secretariat(200)),
    Row("meeting_report_delete", of_draft, method="post", **of_working_secretariat(302)),
    Row("meeting_report_delete", of_reviewed, method="post", **of_working_secretariat(403)),
    Row("meeting_report_send", of_draft, **of_members(302)),
    Row("meeting_report_send", of_draft, method="post", **of_working_secretariat(302)),
    Row("meeting_report_send", of_reviewed, method="post", **of_working_secretariat(422)),
    Row("meeting_report_stop", of_gathered, **of_members(302)),
    Row("meeting_report_stop", of_gathered, method="post", **of_working_secretariat(302)),
    Row("meeting_report_stop", of_draft, method="post", **of_working_secretariat(422)),
    Row("meeting_report_waive", of_refused, **of_working_secretariat(200)),
    Row("meeting_report_waive", of_refused, method="post", **of_working_secretariat(422)),
    Row("meeting_report_waive", of_refused, method="post", form=a_reason, **of_working_secretariat(302)),
    Row("meeting_report_return", of_reviewed, **of_working_secretariat(200)),
    Row("meeting_report_return", of_reviewed, method="post", **of_working_secretariat(422)),
    Row("meeting_report_return", of_reviewed, method="post", form=a_reason, **of_working_secretariat(302)),
    Row("meeting_report_approve", of_reviewed, **of_members(302)),
    Row("meeting_report_approve", of_reviewed, method="post", **of_working_secretariat(422)),
    Row("meeting_report_approve", of_draft, method="post", **of_working_secretariat(422)),
    Row("meeting_report_publish", of_approved, **of_members(302)),
    Row("meeting_report_publish", of_approved, method="post", **of_working_secretariat(302)),
    Row("meeting_report_publish", of_reviewed, method="post", **of_working_secretariat(422)),
    Row("meeting_report_withdraw", of_published, **of_secretariat(200)),
    Row("meeting_report_withdraw", of_published, method="post", **of_secretariat(422)),
    Row("meeting_report_withdraw", of_published, method="post", form=a_withdrawal, **of_secretariat(302)),
    Row("meeting_report_correct", of_withdrawn, **of_secretariat(200)),
    Row("meeting_report_correct", of_withdrawn, method="post", **of_secretariat(422)),
    Row("meeting_report_correct", of_published, method="post", form=a_correction, **of_secretariat(302)),
    Row("meeting_report_round", of_round, **of_workers(200)),
    Row("meeting_report_round", of_published_round, **of_members(200)),
    Row("report_changes", of_second_round, **of_workers(200)),
    Row("report_changes", of_first_round, **of_workers(404)),
    Row("report_changes_today", of_reviewed, **of_working_secretariat(200)),
    Row("report_changes_today", of_draft, **of_working_secretariat(404)),
    Row("report_section", of_section, **of_workers(200)),
    Row("report_section", of_published_section, **of_members(200) | {"observer": 403, "elsewhere": 200}),
    Row("report_section", of_section, method="post", **of_workers(422)),
    Row("report_section", of_section, method="post", form=a_text, **of_workers(302)),
    Row("api-meeting-report-list", **of_members(200, anonymous=403)),
    Row("api-meeting-report-detail", of_reviewed, **of_workers(200, anonymous=403)),
    Row("api-meeting-report-detail", of_published, **of_members(200, anonymous=403)),
    *(
        Row(
            f"api-meeting-report-{name}",
            of,
            method="post",
            form=form,
            **of_working_secretariat(status, **ANON),
        )
        for name, of, form, status in [
            ("send-to-review", of_draft, nothing, 202),
            ("send-to-review", of_reviewed, nothing, 422),
            ("stop-gathering", of_gathered, nothing, 200),
            ("waive", of_refused_alone, a_waiver, 200),
            ("return-to-draft", of_reviewed, a_reason, 200),
            ("approve", of_reviewed, a_wrong_checksum, 422),
            ("publish", of_approved, nothing, 202),
        ]
    ),
    Row(
        "api-meeting-report-withdraw",
        of_published,
        method="post",
        form=a_reason,
        **of_secretariat(200, **ANON),
    ),
    Row("api-meeting-report-comments", of_reviewed, **of_workers(200, **ANON)),
    Row("api-meeting-report-comments", of_reviewed, method="post", **of_workers(400, **ANON)),
    Row("api-meeting-report-comments", of_reviewed, method="post", form=a_comment, **of_workers(201, **ANON)),
    Row("api-report-comment-answer", of_comment, method="post", form=a_text, **of_workers(201, **ANON)),
    Row(
        "api-report-comment-settle",
        of_comment,
        method="post",
        **of_members(403, **ANON) | {"observer": 404, "elsewhere": 403, "secretariat": (403, 200)},
    ),
    Row("report_people", of_reviewed, **of_members(405)),
    Row("report_people", of_reviewed, method="post", form=a_begun_name, **of_workers(200)),
    Row(
        "report_people", of_published, method="post", **of_members(204) | {"observer": 403, "elsewhere": 204}
    ),
    Row("report_comment", of_comment, **of_workers(302)),
    Row("comment_answer", of_comment, **of_members(302)),
    Row("comment_answer", of_comment, method="post", **of_workers(422)),
    Row("comment_answer", of_comment, method="post", form=a_text, **of_workers(302)),
    Row("comment_settle", of_comment, **of_members(302)),
    Row(
        "comment_settle",
        of_comment,
        method="post",
        **of_members(403) | {"observer": 404, "elsewhere": 403, "secretariat": (403, 302)},
    ),
]
