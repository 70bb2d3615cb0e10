"""How an approved report is laid open to everybody, withdrawn, and corrected by another one."""

from django.db import transaction
from django.utils import timezone

from committee.history.actions import keep_changes, keep_new, lock
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.pages.numbering import next_number
from committee.pages.permissions import require
from committee.reports.actions import queue_edition
from committee.reports.completion import complete_publication, finished_editions
from committee.reports.meeting_report import MeetingReport
from committee.reports.pairs import editions_for, first_and_second
from committee.reports.permissions import may_work_on_reports
from committee.reports.rules import BegunAlready, NotInThisState, ReasonNeeded
from committee.reports.telling import tell_withdrawn

State = MeetingReport.State


@transaction.atomic
def publish(*, by: Member, report: MeetingReport) -> MeetingReport:
    """Have every edition built of what both cities approved; the last one that is ready lays all open.

    Raises:
        NotInThisState: when it is not approved by both cities, or published already.
    """
    require(may_work_on_reports(by))
    meeting = lock(report.meeting)
    locked = lock(report)
    if locked.state != State.APPROVED or locked.latest_frozen is None:
        raise NotInThisState(locked)
    changes = {"state": State.PUBLISHING, "published_by": by}
    publishing = keep_changes(by=by, record=locked, changes=changes, verb=HistoryEntry.Verb.SUBMITTED)
    finished = {edition.code for edition in finished_editions(publishing)}
    contents = {content.language: content for content in locked.latest_frozen.contents.all()}
    for code, _name in editions_for(meeting):
        if code not in finished:
            queue_edition(by, meeting, code, contents[first_and_second(code)[0]])
    return complete_publication(report_id=publishing.pk) or publishing


@transaction.atomic
def withdraw(*, by: Member, report: MeetingReport, reason: str) -> MeetingReport:
    """Take a published report out of force; it stays listed with the reason.

    Raises:
        NotInThisState: when it is not published (any more).
        ReasonNeeded: without a reason, which everybody reads.
    """
    require(may_work_on_reports(by))
    locked = lock(report)
    if locked.state != State.PUBLISHED:
        raise NotInThisState(locked)
    if not reason.strip():
        raise ReasonNeeded("withdrawn_because")
    withdrawn = keep_changes(
        by=by,
        record=locked,
        changes={
            "state": State.WITHDRAWN,
            "withdrawn_by": by,
            "withdrawn_at": timezone.now(),
            "withdrawn_because": reason.strip(),
        },
        verb=HistoryEntry.Verb.WITHDRAWN,
    )
    tell_withdrawn(withdrawn, by)
    return withdrawn


@transaction.atomic
def begin_correction(*, by: Member, report: MeetingReport, correction: str) -> MeetingReport:
    """Begin the report that takes the place of a published or withdrawn one, and says what it corrects.

    Raises:
        NotInThisState: when the report was never published, or has been replaced.
        BegunAlready: when its correction has begun.
        ReasonNeeded: without a word on what is corrected.
    """
    require(may_work_on_reports(by))
    meeting = lock(report.meeting)
    locked = lock(report)
    if MeetingReport.objects.filter(corrects=locked).exists():
        raise BegunAlready
    if locked.state not in (State.PUBLISHED, State.WITHDRAWN):
        raise NotInThisState(locked)
    if not correction.strip():
        raise ReasonNeeded("correction")
    return keep_new(
        by=by,
        record=MeetingReport(
            meeting_id=meeting.pk,
            number=next_number(MeetingReport.objects.filter(meeting_id=meeting.pk), "number"),
            corrects=locked,
            correction=correction.strip(),
            is_illustrative=locked.is_illustrative,
        ),
    )
