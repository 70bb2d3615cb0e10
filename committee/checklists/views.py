"""The pages of a meeting's checklist; those of the template are in `template_views.py`."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.checklists import actions
from committee.checklists.columns import STEP_COLUMNS
from committee.checklists.forms import StepFilter, StepForm
from committee.checklists.models import ChecklistStep
from committee.checklists.permissions import may_edit_checklist
from committee.checklists.waiting import waiting_for
from committee.meetings.models import Meeting
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.panels import panel_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, by_button_of, delete_page, form_page
from committee.rules import BrokenRule


def checklist(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("host", "subcommittee"), pk=meeting_id)
    return list_page(
        request,
        "checklists/checklist.html",
        meeting.checklist.select_related("city", "done_by", "meeting"),
        StepFilter,
        STEP_COLUMNS,
        meeting=meeting,
        today=request.user.today,
        may_edit=may_edit_checklist(request.user, meeting),
        is_drawn_up=meeting.checklist.exists(),
    )


def checklist_waiting(request: MemberRequest) -> HttpResponse:
    """Show the next steps that are the member's; the first page takes it in."""
    steps = waiting_for(request.user)
    context = {"steps": steps, "today": request.user.today}
    return panel_page(request, "checklists/waiting.html", context, waits=bool(steps))


@by_button_of("checklist")
def checklist_draw_up(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting, pk=meeting_id)
    require(may_edit_checklist(request.user, meeting))
    return _attempt(request, meeting_id, lambda: actions.draw_up(by=request.user, meeting=meeting))


def checklist_step_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting, pk=meeting_id)
    require(may_edit_checklist(request.user, meeting))
    return form_page(
        request,
        StepForm(request.POST or None, initial={"city": request.user.city_id}),
        lambda form: actions.add_step(by=request.user, meeting=meeting, **form.changes),
        heading=_("New step"),
        back=reverse("checklist", args=[meeting_id]),
    )


def checklist_step_edit(request: MemberRequest, step_id: int) -> HttpResponse:
    step = _step(step_id)
    require(may_edit_checklist(request.user, step.meeting))
    return form_page(
        request,
        StepForm(request.POST or None, instance=step),
        lambda form: actions.edit_step(
            by=request.user, step=step, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit step"),
        back=step.get_absolute_url(),
    )


def checklist_step_delete(request: MemberRequest, step_id: int) -> HttpResponse:
    step = _step(step_id)
    require(may_edit_checklist(request.user, step.meeting))
    return delete_page(
        request,
        step,
        lambda: actions.delete_step(by=request.user, step=step),
        back=step.get_absolute_url(),
        after=reverse("checklist", args=[step.meeting_id]),
    )


def checklist_step_do(request: MemberRequest, step_id: int) -> HttpResponse:
    """Tick a step off; only a button does."""
    return _act_on(request, step_id, actions.do_step)


def checklist_step_reopen(request: MemberRequest, step_id: int) -> HttpResponse:
    return _act_on(request, step_id, actions.reopen_step)


def _act_on(request: MemberRequest, step_id: int, act: Callable[..., ChecklistStep]) -> HttpResponse:
    step = _step(step_id)
    if request.method != "POST":
        return HttpResponseRedirect(step.get_absolute_url())
    return _attempt(request, step.meeting_id, lambda: act(by=request.user, step=step))


def _attempt(request: MemberRequest, meeting_id: int, act: Callable[[], object]) -> HttpResponse:
    """Do `act` and go back to the list; a broken rule is said on it."""
    try:
        act()
    except BrokenRule as rule:
        messages.error(request, str(rule.message))
        answer = checklist(request, meeting_id)
        answer.status_code = UNPROCESSABLE
        return answer
    messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("checklist", args=[meeting_id]))


def _step(step_id: int) -> ChecklistStep:
    steps = ChecklistStep.objects.select_related("meeting__host", "meeting__subcommittee", "city")
    return get_object_or_404(steps, pk=step_id)
