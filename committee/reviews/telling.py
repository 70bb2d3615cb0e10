"""Tells the secretariats what was commented and approved, and who commented what was answered."""

from django.utils.translation import gettext as _

from committee.members.models import Member
from committee.notices.actions import notify
from committee.notices.reasons import as_its_author
from committee.reports.meeting_report import MeetingReport
from committee.reports.telling import others, tell
from committee.reviews.models import CommentAnswer, ReviewComment


def tell_commented(comment: ReviewComment) -> None:
    report = comment.report
    tell(
        others(report, comment.by),
        report,
        event=f"comment-{comment.pk}",
        subject=lambda: _("Comment: %(report)s") % {"report": report},
        body=comment.text,
    )


def tell_answered(answer: CommentAnswer) -> None:
    """Tell who made the comment, unless it is that member who goes on."""
    comment = answer.comment
    notify(
        members=[] if comment.by_id == answer.by_id else [comment.by],
        kind="report",
        key=f"report-answer-{answer.pk}",
        subject=lambda: _("Your comment was answered: %(report)s") % {"report": comment.report},
        body=answer.text,
        address=f"meeting-reports/{comment.report_id}/",
        reason=as_its_author,
    )


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
