"""Tells the secretariats what was commented and approved, and who commented what was answered."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from committee.members.models import Member
from committee.mentions.telling import tell_mentioned
from committee.notices.actions import notify
from committee.notices.reasons import as_its_author
from committee.reports.meeting_report import MeetingReport
from committee.reports.telling import others, tell
from committee.reviews.models import CommentAnswer, ReviewComment


def tell_commented(comment: ReviewComment, mentioned: Iterable[Member]) -> None:
    """Tell both secretariats; who is told of being mentioned is not told twice."""
    report = comment.report
    told = _tell_mentioned(comment, comment, mentioned)
    tell(
        [member for member in others(report, comment.by) if member.pk not in told],
        report,
        event=f"comment-{comment.pk}",
        subject=lambda: _("Comment: %(report)s") % {"report": report},
        body=comment.text,
        address=_address(comment),
    )


def tell_answered(answer: CommentAnswer, mentioned: Iterable[Member]) -> None:
    """Tell who made the comment, unless it is that member who goes on, or who was told of being mentioned."""
    comment = answer.comment
    told = _tell_mentioned(answer, comment, mentioned)
    notify(
        members=[] if comment.by_id in (answer.by_id, *told) else [comment.by],
        kind="report",
        key=f"report-answer-{answer.pk}",
        subject=lambda: _("Your comment was answered: %(report)s") % {"report": comment.report},
        body=answer.text,
        address=_address(comment),
        reason=as_its_author,
    )


def _tell_mentioned(
    said: ReviewComment | CommentAnswer, comment: ReviewComment, members: Iterable[Member]
) -> set[int]:
    """Return the ids of those who were told."""
    notices = tell_mentioned(
        members, by=said.by, about=comment.report, said=said, text=said.text, address=_address(comment)
    )
    return {notice.member_id for notice in notices}


def _address(comment: ReviewComment) -> str:
    return f"report-comments/{comment.pk}/"


def tell_approved(report: MeetingReport, by: Member) -> None:
    """Tell of one city's approval, and with the last one that the report can be published."""
    is_last = report.state == MeetingReport.State.APPROVED

    def subject() -> str:
        words = _("Approved by both cities: %(report)s") if is_last else _("Approved: %(report)s")
        return words % {"report": report}

    def body() -> str:
        if is_last:
            return _("%(city)s has approved it as the last. Either secretariat can publish it now.") % {
                "city": by.city
            }
        return _("%(city)s has approved it. Please read it and approve it for your city.") % {"city": by.city}

    begun = report.latest_frozen
    assert begun is not None, "what is approved was frozen"
    tell(
        others(report, by),
        report,
        event=f"approved-{begun.number}-{by.city_id}",
        subject=subject,
        body=body,
    )
