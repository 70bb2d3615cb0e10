"""Pages of a report's way: what it is, who acts next, and the acts themselves."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.utils.translation import gettext as _

from committee.members.requests import MemberRequest
from committee.pages.panels import panel_page
from committee.pages.partials import page_or_part
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, act_page, by_button_of, delete_page, form_page
from committee.printing.layout import report_html
from committee.report_outlines.outline import general_meetings
from committee.reports import drafting, publication
from committee.reports.meeting_report import MeetingReport
from committee.reports.permissions import may_delete_report, may_work_on_reports
from committee.reports.rounds import RoundContent
from committee.reviews import actions
from committee.reviews.approvals import waiting_for
from committee.reviews.forms import CorrectionForm, ReturnForm, WaiverForm, WithdrawalForm
from committee.reviews.sections import content_in
from committee.reviews.shown import shown_to
from committee.rules import BrokenRule


def meeting_report(request: MemberRequest, report_id: int) -> HttpResponse:
    return _show(request, visible(request, report_id))


def meeting_reports_waiting(request: MemberRequest) -> HttpResponse:
    """What the first page shows of the reports that the reader's city is to approve or to publish."""
    waiting = MeetingReport.objects.visible_to(request.user).filter(waiting_for(request.user.city))
    reports = waiting.select_related("meeting")
    return panel_page(request, "reviews/waiting.html", {"waiting": reports}, waits=bool(reports))


@by_button_of("report_meeting")
def meeting_report_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(general_meetings(), pk=meeting_id)
    require(may_work_on_reports(request.user))
    try:
        report = drafting.create_report(by=request.user, meeting=meeting)
    except BrokenRule as rule:
        messages.error(request, str(rule.message))
        return HttpResponseRedirect(meeting.get_absolute_url())
    return HttpResponseRedirect(report.get_absolute_url())


def meeting_report_delete(request: MemberRequest, report_id: int) -> HttpResponse:
    report = visible(request, report_id)
    require(may_delete_report(request.user, report))
    return delete_page(
        request,
        report,
        lambda: drafting.delete_report(by=request.user, report=report),
        back=report.get_absolute_url(),
        after=report.meeting.get_absolute_url(),
    )


@by_button_of("meeting_report")
def meeting_report_send(request: MemberRequest, report_id: int) -> HttpResponse:
    report = visible(request, report_id)
    return _attempt(
        request,
        report,
        lambda: drafting.send_to_review(by=request.user, report=report).report,
        done=_("The content is being gathered and checked. This page shows how it ends."),
    )


@by_button_of("meeting_report")
def meeting_report_stop(request: MemberRequest, report_id: int) -> HttpResponse:
    report = visible(request, report_id)
    return _attempt(
        request,
        report,
        lambda: drafting.stop_gathering(by=request.user, report=report),
        done=_("The gathering was stopped. The report stays a draft."),
    )


def meeting_report_waive(request: MemberRequest, report_id: int, language: str) -> HttpResponse:
    report = visible(request, report_id)
    require(may_work_on_reports(request.user))
    names = dict(RoundContent._meta.get_field("language").flatchoices)
    if language not in names:
        raise Http404
    return form_page(
        request,
        WaiverForm(request.POST or None),
        lambda form: (
            drafting.waive_translations(
                by=request.user, report=report, language=language, **form.changes
            ).report
        ),
        heading=_("Waive the missing translations: %(language)s") % {"language": names[language]},
        back=report.get_absolute_url(),
    )


def meeting_report_return(request: MemberRequest, report_id: int) -> HttpResponse:
    report = visible(request, report_id)
    require(may_work_on_reports(request.user))
    return form_page(
        request,
        ReturnForm(request.POST or None),
        lambda form: drafting.return_to_draft(by=request.user, report=report, **form.changes),
        heading=_("Take back to draft: %(report)s") % {"report": report},
        back=report.get_absolute_url(),
    )


@by_button_of("meeting_report")
def meeting_report_approve(request: MemberRequest, report_id: int) -> HttpResponse:
    report = visible(request, report_id)
    seen = request.POST.get("seen", "")
    return _attempt(
        request,
        report,
        lambda: actions.approve(by=request.user, report=report, seen=seen),
        done=_("Your city has approved the report."),
    )


@by_button_of("meeting_report")
def meeting_report_publish(request: MemberRequest, report_id: int) -> HttpResponse:
    report = visible(request, report_id)
    return _attempt(
        request,
        report,
        lambda: publication.publish(by=request.user, report=report),
        done=_("The editions are being built. Once each one is ready, everybody can read the report."),
    )


def meeting_report_withdraw(request: MemberRequest, report_id: int) -> HttpResponse:
    report = visible(request, report_id)
    require(may_work_on_reports(request.user))
    return form_page(
        request,
        WithdrawalForm(request.POST or None),
        lambda form: publication.withdraw(by=request.user, report=report, **form.changes),
        heading=_("Withdraw: %(report)s") % {"report": report},
        back=report.get_absolute_url(),
    )


def meeting_report_correct(request: MemberRequest, report_id: int) -> HttpResponse:
    report = visible(request, report_id)
    require(may_work_on_reports(request.user))
    return form_page(
        request,
        CorrectionForm(request.POST or None),
        lambda form: publication.begin_correction(by=request.user, report=report, **form.changes),
        heading=_("Correct: %(report)s") % {"report": report},
        back=report.get_absolute_url(),
    )


def meeting_report_round(request: MemberRequest, report_id: int, number: int, language: str) -> HttpResponse:
    """Show what a round says: the very HTML that is printed."""
    report = visible(request, report_id)
    begun = get_object_or_404(report.rounds.filter(contents__language=language), number=number)
    return HttpResponse(report_html(content_in(begun, language), stylesheet=static("printing/print.css")))


def visible_reports(request: MemberRequest) -> QuerySet[MeetingReport]:
    return MeetingReport.objects.visible_to(request.user).in_brief()


def visible(request: MemberRequest, report_id: int) -> MeetingReport:
    return get_object_or_404(visible_reports(request), pk=report_id)


def _show(request: MemberRequest, report: MeetingReport, status: int = 200, **more: Any) -> HttpResponse:
    """Show the report's page; HTMX asks for the moving part alone while a worker is at it."""
    context = shown_to(request.user, report) | more
    return page_or_part(
        request, "reviews/detail.html", "reviews/detail.html#standing", context, status=status
    )


def _refuse(request: MemberRequest, report: MeetingReport, rule: BrokenRule) -> HttpResponse:
    """Show the report as it stands now, with the reason why nothing was done."""
    return _show(request, visible(request, report.pk), status=UNPROCESSABLE, refusal=rule.message)


def _attempt(
    request: MemberRequest, report: MeetingReport, act: Callable[[], MeetingReport], *, done: str
) -> HttpResponse:
    return act_page(request, act, done=done, refuse=lambda rule: _refuse(request, report, rule))
