from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.partials import asks_for_part, page_or_part
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, act_page
from committee.printing.layout import report_html
from committee.printing.snapshot import from_json
from committee.report_outlines.outline import general_meetings
from committee.reports import actions
from committee.reports.build import draft_of
from committee.reports.columns import EDITION_COLUMNS
from committee.reports.downloads import answer_with_file, answer_with_page, answer_with_pdf
from committee.reports.forms import EditionFilter, LanguagesForm
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import ReportEdition
from committee.reports.of_meeting import reports_of
from committee.reports.pairs import editions_for
from committee.reports.permissions import may_build
from committee.rules import BrokenRule


def report_list(request: MemberRequest) -> HttpResponse:
    """Show the reports with where each stands, then their editions."""
    visible = ReportEdition.objects.visible_to(request.user).for_lists()
    reports = MeetingReport.objects.visible_to(request.user).select_related("meeting")
    context = {"meeting_reports": reports}
    return list_page(request, "reports/list.html", visible, EditionFilter, EDITION_COLUMNS, **context)


def report_page(request: MemberRequest, edition_id: int) -> HttpResponse:
    """Show where the edition stands; HTMX asks for the state alone while it is under way."""
    return _show(request, _visible(request, edition_id))


def report_meeting(request: MemberRequest, meeting_id: int) -> HttpResponse:
    """Show all editions of one meeting's report; HTMX asks for them alone while one is under way."""
    meeting = get_object_or_404(general_meetings(), pk=meeting_id)
    reports = reports_of(meeting, request.user)
    if asks_for_part(request):
        context = {"meeting": meeting, "editions": reports.editions, "is_under_way": reports.is_under_way}
        return render(request, "reports/editions.html", context)
    return render(request, "reports/of_meeting.html", {"meeting": meeting, "reports": reports})


def report_today(request: MemberRequest, meeting_id: int, language: str) -> HttpResponse:
    """Show the very HTML that would be printed of the records as they stand now, marked as a draft."""
    require(may_build(request.user))
    meeting = get_object_or_404(general_meetings(), pk=meeting_id)
    if language not in dict(editions_for(meeting)):
        raise Http404
    try:
        report = draft_of(meeting, language, timezone.now())
    except BrokenRule as rule:
        return _show_meeting(request, meeting, refusal=rule.message)
    return HttpResponse(report_html(report, stylesheet=static("printing/print.css")))


@require_POST
def report_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    """Queue the chosen languages and show how far they are."""
    require(may_build(request.user))
    meeting = get_object_or_404(general_meetings(), pk=meeting_id)
    form = LanguagesForm(request.POST, editions=editions_for(meeting))
    if not form.is_valid():
        return _show_meeting(request, meeting, form=form)
    actions.request_editions(by=request.user, meeting=meeting, languages=form.cleaned_data["languages"])
    messages.success(request, _("The report is being built. This page shows how far it is."))
    return HttpResponseRedirect(reverse("report_meeting", args=[meeting.pk]))


@require_POST
def report_build_again(request: MemberRequest, edition_id: int) -> HttpResponse:
    edition = _visible(request, edition_id)
    return _attempt(request, edition, lambda: actions.build_again(by=request.user, edition=edition))


@require_POST
def report_stop(request: MemberRequest, edition_id: int) -> HttpResponse:
    edition = _visible(request, edition_id)
    done = _("The build was stopped.")
    return _attempt(request, edition, lambda: actions.stop(by=request.user, edition=edition), done=done)


@require_POST
def report_compare(request: MemberRequest, edition_id: int) -> HttpResponse:
    """Have the edition built again; its page says whether both files are the same."""
    edition = _visible(request, edition_id)
    return _attempt(
        request, edition, lambda: actions.build_to_compare(by=request.user, edition=edition).edition
    )


def report_preview(request: MemberRequest, edition_id: int) -> HttpResponse:
    """Show the very HTML that is printed, made from the stored content."""
    edition = _ready(request, edition_id)
    return HttpResponse(
        report_html(from_json(edition.stored_content), stylesheet=static("printing/print.css"))
    )


def report_download(request: MemberRequest, edition_id: int) -> FileResponse:
    return answer_with_pdf(_ready(request, edition_id))


def report_file(request: MemberRequest, edition_id: int, kind: str) -> FileResponse:
    """Hand out one of the files beside the PDF; who reads the one reads the others."""
    return answer_with_file(_ready(request, edition_id), kind)


def report_web(request: MemberRequest, edition_id: int) -> HttpResponse:
    return answer_with_page(_ready(request, edition_id))


def _attempt(
    request: MemberRequest, edition: ReportEdition, act: Callable[[], ReportEdition], *, done: str = ""
) -> HttpResponse:
    def refuse(rule: BrokenRule) -> HttpResponse:
        return _show(request, _visible(request, edition.pk), UNPROCESSABLE, refusal=rule.message)

    return act_page(request, act, done=done, refuse=refuse)


def _show_meeting(request: MemberRequest, meeting: Any, **refused: Any) -> HttpResponse:
    """Show a meeting's reports again with why what was asked for was not done."""
    context = {"meeting": meeting, "reports": reports_of(meeting, request.user), **refused}
    return render(request, "reports/of_meeting.html", context, status=UNPROCESSABLE)


def _show(request: MemberRequest, edition: ReportEdition, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "edition": edition,
        "reprint": edition.reprints.first(),
        "may_build": may_build(request.user),
        **more,
    }
    return page_or_part(request, "reports/detail.html", "reports/detail.html#state", context, status)


def _ready(request: MemberRequest, edition_id: int) -> ReportEdition:
    edition = _visible(request, edition_id)
    if edition.state != ReportEdition.State.READY:
        raise Http404
    return edition


def _visible(request: MemberRequest, edition_id: int) -> ReportEdition:
    visible = ReportEdition.objects.visible_to(request.user).select_related(
        "meeting__host", "requested_by", "frozen__round__report__meeting"
    )
    return get_object_or_404(visible, pk=edition_id)
