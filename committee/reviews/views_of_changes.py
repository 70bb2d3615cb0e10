"""Pages that say in words what is otherwise: from round to round, and between a round and today's records."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committee.members.requests import MemberRequest
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE
from committee.printing.content import Report
from committee.report_checks.differences import differences
from committee.reports.build import draft_of
from committee.reports.meeting_report import MeetingReport
from committee.reports.permissions import may_work_on_reports
from committee.reviews.sections import content_in
from committee.reviews.views import visible
from committee.rules import BrokenRule


def report_changes(request: MemberRequest, report_id: int, number: int) -> HttpResponse:
    """Show what a round says otherwise than the round before."""
    report = visible(request, report_id)
    frozen = {each.number: each for each in report.rounds.all() if each.is_frozen}
    before = max((each for each in frozen if each < number), default=None)
    if number not in frozen or before is None:
        raise Http404
    old, new = (content_in(frozen[each], request.LANGUAGE_CODE) for each in (before, number))
    return _show(request, report, old, new, before=frozen[before], after=frozen[number])


def report_changes_today(request: MemberRequest, report_id: int) -> HttpResponse:
    """Show what a new draft of today's records would say otherwise than the round frozen last."""
    report = visible(request, report_id)
    require(may_work_on_reports(request.user))
    if report.latest_frozen is None:
        raise Http404
    old = content_in(report.latest_frozen, request.LANGUAGE_CODE)
    try:
        new = draft_of(report.meeting, request.LANGUAGE_CODE, timezone.now())
    except BrokenRule as rule:
        context = {"report": report, "before": report.latest_frozen, "refusal": rule.message}
        return render(request, "reviews/changes.html", context, status=UNPROCESSABLE)
    # What tells a draft from a round is no change of the records.
    new = replace(new, identifier=old.identifier, standing=old.standing, notes=old.notes)
    return _show(request, report, old, new, before=report.latest_frozen, after=None)


def _show(
    request: MemberRequest, report: MeetingReport, old: Report, new: Report, **rounds: object
) -> HttpResponse:
    context = {"report": report, "differences": differences(old, new), **rounds}
    return render(request, "reviews/changes.html", context)
