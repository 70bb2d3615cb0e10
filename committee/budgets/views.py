from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.budgets import actions
from committee.budgets.columns import BUDGET_COLUMNS
from committee.budgets.forms import BudgetLineFilter, BudgetLineForm
from committee.budgets.models import BudgetLine
from committee.budgets.permissions import may_add_budget_line, may_edit_budget_line
from committee.budgets.totals import totals, totals_of
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.partials import page_or_part
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.projects.models import Project


def budget_list(request: MemberRequest) -> HttpResponse:
    """The money of all projects, with what the filters leave added up by currency."""
    lines = BudgetLine.objects.visible_to(request.user)
    chosen = BudgetLineFilter(request.GET, queryset=lines, request=request)
    return list_page(
        request,
        "budgets/list.html",
        lines.in_full().order_by("-year", "project", "city", "currency"),
        BudgetLineFilter,
        BUDGET_COLUMNS,
        totals=totals(chosen.qs),
    )


def project_budget(request: MemberRequest, project_id: int) -> HttpResponse:
    """The money of one project; HTMX gets the panel of the project's page."""
    project = _project(request, project_id)
    lines = list(BudgetLine.objects.visible_to(request.user).filter(project=project).in_full())
    context = {
        "project": project,
        "lines": [(line, may_edit_budget_line(request.user, line)) for line in lines],
        "totals": totals_of(lines),
        "may_add": may_add_budget_line(request.user, project),
    }
    return page_or_part(request, "budgets/project.html", "budgets/project.html#panel", context)


def budget_line_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = _project(request, project_id)
    require(may_add_budget_line(request.user, project))
    return form_page(
        request,
        BudgetLineForm(request.POST or None, initial={"year": request.user.today.year}),
        lambda form: actions.add_budget_line(by=request.user, project=project, **form.changes),
        heading=_("New budget line of %(city)s") % {"city": request.user.city},
        back=reverse("project_budget", args=[project.pk]),
    )


def budget_line_edit(request: MemberRequest, line_id: int) -> HttpResponse:
    line = get_object_or_404(BudgetLine.objects.visible_to(request.user).in_full(), pk=line_id)
    require(may_edit_budget_line(request.user, line))
    return form_page(
        request,
        BudgetLineForm(request.POST or None, instance=line),
        lambda form: actions.edit_budget_line(
            by=request.user, line=line, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit budget line"),
        back=line.get_absolute_url(),
    )


def budget_line_delete(request: MemberRequest, line_id: int) -> HttpResponse:
    line = get_object_or_404(BudgetLine.objects.visible_to(request.user).in_full(), pk=line_id)
    require(may_edit_budget_line(request.user, line))
    return delete_page(
        request,
        line,
        lambda: actions.delete_budget_line(by=request.user, line=line),
        back=line.get_absolute_url(),
        after=line.get_absolute_url(),
    )


def _project(request: MemberRequest, project_id: int) -> Project:
    seen = Project.objects.visible_to(request.user).select_related("subcommittee")
    return get_object_or_404(seen, pk=project_id)
