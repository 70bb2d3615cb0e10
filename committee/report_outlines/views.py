from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.members.requests import MemberRequest
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, act_page, by_button_of, form_page
from committee.report_outlines import actions
from committee.report_outlines.forms import IntroductionForm
from committee.report_outlines.models import OutlineSection
from committee.report_outlines.outline import general_meetings, sections_of
from committee.report_outlines.permissions import may_arrange
from committee.report_outlines.shown import shown_of

BEFORE, AFTER = -1, 1
FIRST_VERSION = 1  # of a section that nobody has arranged yet, once it has its row


def report_outline(request: MemberRequest, meeting_id: int) -> HttpResponse:
    """Show the sections of a report in their order, with what each begins with."""
    return _show(request, _meeting(request, meeting_id))


def outline_introduction(request: MemberRequest, meeting_id: int, section: str) -> HttpResponse:
    meeting = _meeting(request, meeting_id)
    found = _section(meeting_id, section)
    if not found.takes_introduction:
        raise Http404
    return form_page(
        request,
        IntroductionForm(request.POST or None, instance=found),
        lambda form: actions.introduce_section(
            by=request.user,
            meeting=meeting,
            section=section,
            seen_version=form.version_seen or FIRST_VERSION,
            **form.changes,
        ),
        heading=_("Introduction: %(section)s") % {"section": found.title},
        back=f"{reverse('report_outline', args=[meeting_id])}#{found.anchor}",
    )


@by_button_of("report_outline")
def outline_up(request: MemberRequest, meeting_id: int) -> HttpResponse:
    return _attempt(request, meeting_id, partial(actions.move_section, by_places=BEFORE))


@by_button_of("report_outline")
def outline_down(request: MemberRequest, meeting_id: int) -> HttpResponse:
    return _attempt(request, meeting_id, partial(actions.move_section, by_places=AFTER))


@by_button_of("report_outline")
def outline_show(request: MemberRequest, meeting_id: int) -> HttpResponse:
    return _attempt(request, meeting_id, partial(actions.show_section, is_shown=True))


@by_button_of("report_outline")
def outline_leave_out(request: MemberRequest, meeting_id: int) -> HttpResponse:
    return _attempt(request, meeting_id, partial(actions.show_section, is_shown=False))


def _attempt(request: MemberRequest, meeting_id: int, act: Callable[..., OutlineSection]) -> HttpResponse:
    meeting = _meeting(request, meeting_id)
    section = _section(meeting_id, request.POST.get("section", ""))
    return act_page(
        request,
        lambda: act(by=request.user, meeting=meeting, section=section.section, seen_version=_seen(request)),
        refuse=lambda rule: _show(request, meeting, status=UNPROCESSABLE, refusal=rule.message),
    )


def _show(request: MemberRequest, meeting: Any, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "report_outlines/outline.html", shown_of(meeting) | more, status=status)


def _meeting(request: MemberRequest, meeting_id: int) -> Any:
    require(may_arrange(request.user))
    return get_object_or_404(general_meetings(), pk=meeting_id)


def _section(meeting_id: int, path: str) -> OutlineSection:
    found = next((each for each in sections_of(meeting_id) if each.section == path), None)
    if found is None:
        raise Http404
    return found


def _seen(request: MemberRequest) -> int:
    """Return the version that the button was shown for; one sent without fits none."""
    sent = request.POST.get("seen", "")
    return int(sent) if sent.isdecimal() else 0
