"""Tells both secretariats where their report is, each in its language."""

from collections.abc import Callable, Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from committee.members.models import Member, Role
from committee.notices.actions import notify
from committee.notices.reasons import as_secretariat
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import ReportEdition
from committee.reports.rounds import ReportRound


def tell_in_review(report: MeetingReport, begun: ReportRound) -> None:
    tell(
        secretariats(report),
        report,
        event=f"review-{begun.number}",
        subject=lambda: _("To review: %(report)s") % {"report": report},
        body=lambda: (
            _("%(city)s has sent it to review (%(round)s). Please read it, comment on it and approve it.")
            % {"city": begun.asked_by.city, "round": begun}
        ),
    )


def tell_not_ready(begun: ReportRound, problems: int) -> None:
    """Tell who sent it why it is no review."""
    tell(
        [begun.asked_by],
        begun.report,
        event=f"refused-{begun.number}-{begun.attempt}",
        subject=lambda: _("Not ready for review: %(report)s") % {"report": begun.report},
        body=lambda: (
            _("Found in its content: %(problems)s problems. The report's page lists them.")
            % {"problems": problems}
        ),
    )


def tell_back_to_draft(report: MeetingReport, by: Member, reason: str) -> None:
    tell(
        others(report, by),
        report,
        event=f"draft-{report.version}",
        subject=lambda: _("Taken back to draft: %(report)s") % {"report": report},
        body=lambda: _("By %(city)s: %(reason)s") % {"city": by.city, "reason": reason},
    )


def tell_published(report: MeetingReport) -> None:
    """Tell both cities, whoever asked included: the work of the builds lies in between."""
    tell(
        secretariats(report),
        report,
        event="published",
        subject=lambda: _("Published: %(report)s") % {"report": report},
        body=lambda: _("Everybody can read it now, in every language."),
    )


def tell_held_up(report: MeetingReport, edition: ReportEdition) -> None:
    """Tell both cities, once each time it is built, which edition keeps the others from being laid open."""
    tell(
        secretariats(report),
        report,
        event=f"held-up-{edition.pk}-{edition.requested_at:%Y%m%d%H%M%S}",
        subject=lambda: _("Not published yet: %(report)s") % {"report": report},
        body=lambda: (
            _("The edition in %(language)s has no file. Build it again on the report's page. %(reason)s")
            % {"language": edition.languages_in_words, "reason": edition.end_in_words}
        ),
    )


def tell_withdrawn(report: MeetingReport, by: Member) -> None:
    tell(
        others(report, by),
        report,
        event="withdrawn",
        subject=lambda: _("Withdrawn: %(report)s") % {"report": report},
        body=lambda: _("By %(city)s: %(reason)s") % {"city": by.city, "reason": report.withdrawn_because},
    )


def secretariats(report: MeetingReport) -> list[Member]:
    """Return both cities' secretariats as they are today by the clock of the host."""
    today = timezone.localdate(timezone=report.meeting.host.zone)
    return list(Member.objects.holding(Role.SECRETARIAT, today).select_related("city").order_by("pk"))


def others(report: MeetingReport, by: Member) -> list[Member]:
    return [member for member in secretariats(report) if member.pk != by.pk]


def tell(
    members: Iterable[Member],
    report: MeetingReport,
    *,
    event: str,
    subject: Callable[[], str],
    body: Callable[[], str] | str,
    address: str = "",
) -> None:
    """Tell members of secretariats of a report; `address` leads to its page unless it is given."""
    notify(
        members=members,
        kind="report",
        key=f"report-{report.pk}-{event}",
        subject=subject,
        body=body,
        address=address or f"meeting-reports/{report.pk}/",
        reason=as_secretariat,
    )
