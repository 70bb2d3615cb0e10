"""The pages of the one template from which checklists are drawn up."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.checklists import actions
from committee.checklists.columns import TASK_COLUMNS
from committee.checklists.forms import TaskFilter, TaskForm
from committee.checklists.models import ChecklistTask
from committee.checklists.permissions import may_keep_template
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, by_button_of, delete_page, form_page
from committee.rules import BrokenRule


def checklist_task_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "checklists/template.html",
        ChecklistTask.objects.all(),
        TaskFilter,
        TASK_COLUMNS,
        may_edit=may_keep_template(request.user),
        is_empty=not ChecklistTask.objects.exists(),
    )


@by_button_of("checklist_task_list")
def checklist_tasks_usual(request: MemberRequest) -> HttpResponse:
    """Fill an empty template with the usual tasks."""
    require(may_keep_template(request.user))
    try:
        actions.take_usual_tasks(by=request.user)
    except BrokenRule as rule:
        messages.error(request, str(rule.message))
        answer = checklist_task_list(request)
        answer.status_code = UNPROCESSABLE
        return answer
    messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("checklist_task_list"))


def checklist_task_new(request: MemberRequest) -> HttpResponse:
    require(may_keep_template(request.user))
    return form_page(
        request,
        TaskForm(request.POST or None),
        lambda form: actions.add_task(by=request.user, **form.changes),
        heading=_("New task of the template"),
        back=reverse("checklist_task_list"),
    )


def checklist_task_edit(request: MemberRequest, task_id: int) -> HttpResponse:
    task = get_object_or_404(ChecklistTask, pk=task_id)
    require(may_keep_template(request.user))
    return form_page(
        request,
        TaskForm(request.POST or None, instance=task),
        lambda form: actions.edit_task(
            by=request.user, task=task, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit task of the template"),
        back=task.get_absolute_url(),
    )


def checklist_task_delete(request: MemberRequest, task_id: int) -> HttpResponse:
    task = get_object_or_404(ChecklistTask, pk=task_id)
    require(may_keep_template(request.user))
    return delete_page(
        request,
        task,
        lambda: actions.delete_task(by=request.user, task=task),
        back=task.get_absolute_url(),
        after=reverse("checklist_task_list"),
    )
