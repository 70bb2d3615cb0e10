"""How both cities review a report: they comment on its sections, settle that, and approve each for itself."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from committee.cities.models import City
from committee.history.actions import keep_changes, keep_new, lock
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.members.permissions import is_secretariat
from committee.mentions.naming import meant_by
from committee.pages.permissions import require
from committee.reports.meeting_report import MeetingReport
from committee.reports.rounds import ReportRound
from committee.reports.rules import NotInThisState
from committee.reviews.models import CityApproval, CommentAnswer, ReviewComment
from committee.reviews.permissions import approves_for, readers_of, settles, works_on_review
from committee.reviews.rules import CommentsOpen, ContentChanged, NoSuchSection, SettledAlready
from committee.reviews.sections import sections_of
from committee.reviews.telling import tell_answered, tell_approved, tell_commented

State = MeetingReport.State


@transaction.atomic
def comment_on(
    *, by: Member, report: MeetingReport, section: str, text: str, mentioned: Iterable[Member] = ()
) -> ReviewComment:
    """Comment on a section of a report in review; the comment stays for ever, and who is mentioned is told.

    Args:
        mentioned: picked from the list; those named by `@` in the text are added.

    Raises:
        NotInThisState: when it is not in review (any more).
        NoSuchSection: when what is in review has no section of this key.
    """
    require(works_on_review(by))
    locked, begun = _in_review(report)
    if section not in {each.key for each in sections_of(begun, by.language)}:
        raise NoSuchSection
    comment = ReviewComment(report=locked, round=begun, section=section, by=by, text=text.strip())
    meant = meant_by(text, mentioned, readers_of(locked))
    made = keep_new(by=by, record=comment, mentioned=meant)
    tell_commented(made, meant)
    return made


@transaction.atomic
def answer_comment(
    *, by: Member, comment: ReviewComment, text: str, mentioned: Iterable[Member] = ()
) -> CommentAnswer:
    """Answer a comment; it stays open until it is settled. Who is mentioned is told, as in `comment_on`.

    Raises:
        SettledAlready: when it was.
        NotInThisState: when the report was published meanwhile.
    """
    require(works_on_review(by))
    locked = _open_comment(comment)
    meant = meant_by(text, mentioned, readers_of(locked.report))
    answer = CommentAnswer(comment=locked, by=by, text=text.strip())
    keep_new(by=by, record=answer, mentioned=meant)
    tell_answered(answer, meant)
    return answer


@transaction.atomic
def settle_comment(*, by: Member, comment: ReviewComment) -> ReviewComment:
    """Say for whoever made it that a comment is settled.

    Raises:
        SettledAlready: when it was.
        NotInThisState: when the report was published meanwhile.
    """
    require(settles(by, comment))
    locked = _open_comment(comment)
    changes = {"settled_by": by, "settled_at": timezone.now()}
    return keep_changes(by=by, record=locked, changes=changes, verb=HistoryEntry.Verb.CLOSED)


@transaction.atomic
def approve(*, by: Member, report: MeetingReport, seen: str) -> MeetingReport:
    """Approve for one's city the very content one has read; with the last city the report is approved.

    Args:
        seen: the checksum of the round that the member was shown.

    Raises:
        NotInThisState: when it is not in review (any more).
        ContentChanged: when another content is in review, or it was tampered with.
        CommentsOpen: when a comment is not settled.
    """
    require(is_secretariat(by))
    locked, begun = _in_review(report)
    require(approves_for(by, locked))
    if begun.sha256 != seen or not all(content.is_intact for content in begun.contents.all()):
        raise ContentChanged
    if open_comments := ReviewComment.objects.filter(report=locked).open().count():
        raise CommentsOpen(open_comments)
    approval = CityApproval(round=begun, city=by.city, member=by, at=timezone.now(), sha256=seen)
    approval.full_clean()
    approval.save(force_insert=True)
    is_last = begun.approvals.count() == City.objects.count()
    approved = keep_changes(
        by=by,
        record=locked,
        changes={"state": State.APPROVED, "approved_sha256": seen} if is_last else {},
        verb=HistoryEntry.Verb.CONFIRMED,
        rows={"rounds": [None, [str(begun.number)]]},
    )
    tell_approved(approved, by)
    return approved


def _in_review(report: MeetingReport) -> tuple[MeetingReport, ReportRound]:
    locked = lock(report)
    begun = locked.latest_frozen
    if locked.state != State.REVIEW or begun is None:
        raise NotInThisState(locked)
    return locked, begun


def _open_comment(comment: ReviewComment) -> ReviewComment:
    report = lock(comment.report)
    locked = lock(comment)
    if not locked.is_open:
        raise SettledAlready
    if not report.is_at_work:
        raise NotInThisState(report)
    return locked
