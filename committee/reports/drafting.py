"""How a report begins and goes to review.

draft → in review → approved → being published → published → withdrawn, or replaced by a corrected one
  ↑ taken back ┘────────┘──────────┘
"""

from functools import partial

from django.db import transaction
from django.utils import timezone

from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.history.models import HistoryEntry, Record
from committee.members.models import Member
from committee.pages.numbering import next_number
from committee.pages.permissions import require
from committee.reports.freezing import stop_round
from committee.reports.meeting_report import MeetingReport
from committee.reports.permissions import may_work_on_reports
from committee.reports.rounds import ReportRound, TranslationWaiver
from committee.reports.rules import (
    BegunAlready,
    NothingToWaive,
    NothingUnderWay,
    NotInThisState,
    ReasonNeeded,
    SentToReviewBefore,
    UnderWay,
)
from committee.reports.tasks import freeze_round
from committee.reports.telling import tell_back_to_draft

State = MeetingReport.State


@transaction.atomic
def create_report(*, by: Member, meeting: Record) -> MeetingReport:
    """Begin the report to a general meeting.

    Raises:
        BegunAlready: when it has one; that one is gone on with, or corrected.
    """
    require(may_work_on_reports(by))
    locked = lock(meeting)
    if MeetingReport.objects.filter(meeting_id=locked.pk).exists():
        raise BegunAlready
    report = MeetingReport(meeting_id=locked.pk, is_illustrative=locked.is_illustrative)
    return keep_new(by=by, record=report)


@transaction.atomic
def delete_report(*, by: Member, report: MeetingReport) -> None:
    """Delete a report that was never in review.

    Raises:
        SentToReviewBefore: when it was.
    """
    locked = _draft(by, report)
    if locked.latest_frozen:
        raise SentToReviewBefore
    keep_deletion(by=by, record=locked)


@transaction.atomic
def send_to_review(*, by: Member, report: MeetingReport) -> ReportRound:
    """Have today's content gathered and frozen as a new round; a task does it and tells how it ended.

    Raises:
        NotInThisState: when it is no draft (any more).
        UnderWay: when that is being done already.
    """
    locked = _draft(by, report)
    if locked.rounds.under_way().exists():
        raise UnderWay
    locked.rounds.exclude(state=ReportRound.State.FROZEN).delete()
    now = timezone.now()
    begun = ReportRound(
        report=locked,
        number=next_number(locked.rounds.all(), "number"),
        asked_by=by,
        asked_at=now,
        seen_alive_at=now,
    )
    begun.full_clean()
    begun.save(force_insert=True)
    # Robust: with the queue out of reach the row still waits, and is taken up once it is silent for long.
    transaction.on_commit(partial(freeze_round.delay, round_id=begun.pk), robust=True)
    return begun


@transaction.atomic
def stop_gathering(*, by: Member, report: MeetingReport) -> MeetingReport:
    """End the gathering of a content that is to go to review; the report stays a draft.

    Raises:
        NotInThisState: when it is no draft (any more).
        NothingUnderWay: when nothing is being gathered (any more).
    """
    locked = _draft(by, report)
    if locked.latest is None or not stop_round(locked.latest):
        raise NothingUnderWay
    return locked


@transaction.atomic
def waive_translations(*, by: Member, report: MeetingReport, language: str, reason: str) -> TranslationWaiver:
    """Take it upon oneself that the texts found wanting in a language are printed as they are.

    Raises:
        NotInThisState: when it is no draft (any more).
        ReasonNeeded: without a reason, which the report prints.
        NothingToWaive: when the last attempt found no text wanting in this language.
    """
    locked = _draft(by, report)
    if not reason.strip():
        raise ReasonNeeded("reason")
    problems = locked.latest.problems if locked.latest else []
    waived = {key for waiver in locked.waivers.all() for key in waiver.covers}
    wanting = {each["key"]: None for each in problems if each["key"] and each["language"] == language}
    covers = [key for key in wanting if key not in waived]
    if not covers:
        raise NothingToWaive
    waiver = TranslationWaiver(
        report=locked, language=language, covers=covers, reason=reason.strip(), by=by, at=timezone.now()
    )
    waiver.full_clean()
    waiver.save(force_insert=True)
    keep_changes(
        by=by,
        record=locked,
        changes={},
        verb=HistoryEntry.Verb.CHANGED,
        comment=waiver.reason,
        rows={"waivers": [None, [f"{waiver.get_language_display()} ({len(covers)})"]]},
    )
    return waiver


@transaction.atomic
def return_to_draft(*, by: Member, report: MeetingReport, reason: str) -> MeetingReport:
    """Take a report out of review to change records; the next review is a new round that asks both anew.

    Raises:
        NotInThisState: when it is neither in review nor approved.
        ReasonNeeded: without a reason.
    """
    require(may_work_on_reports(by))
    locked = lock(report)
    if locked.state not in (State.REVIEW, State.APPROVED, State.PUBLISHING):
        raise NotInThisState(locked)
    if not reason.strip():
        raise ReasonNeeded("reason")
    fresh = {"state": State.DRAFT, "approved_sha256": "", "published_by": None}
    returned = keep_changes(
        by=by, record=locked, changes=fresh, verb=HistoryEntry.Verb.RETURNED, comment=reason.strip()
    )
    tell_back_to_draft(returned, by, reason.strip())
    return returned


def _draft(by: Member, report: MeetingReport) -> MeetingReport:
    """Return the report, locked, which `by` may work on now.

    Raises:
        NotInThisState: when it is no draft (any more).
    """
    require(may_work_on_reports(by))
    locked = lock(report)
    if not locked.is_draft:
        raise NotInThisState(locked)
    return locked
