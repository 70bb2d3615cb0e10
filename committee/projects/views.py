from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from committee.documents.attached import document_of_record_page, documents_of
from committee.documents.models import Document
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import by_button_of, delete_page, form_page
from committee.projects import actions
from committee.projects.columns import PROJECT_COLUMNS
from committee.projects.forms import ProjectFilter, ProjectForm
from committee.projects.listed import listed_for
from committee.projects.models import Project, ProjectQuerySet
from committee.projects.permissions import (
    may_add_project_document,
    may_create_project,
    may_edit_project,
    may_release_project,
    may_report_on,
)
from committee.projects.turns import whose_turn, with_turn
from committee.rules import BrokenRule


def project_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "projects/list.html",
        with_turn(listed_for(request.user), request.user.today),
        ProjectFilter,
        PROJECT_COLUMNS,
        may_create=may_create_project(request.user),
    )


def project_page(request: MemberRequest, project_id: int) -> HttpResponse:
    today = request.user.today
    project = get_object_or_404(with_turn(_seen_by(request.user), today), pk=project_id)
    context = {
        "project": project,
        "today": today,
        "commitments": project.commitments.select_related("agreement__meeting", "city"),
        "lead_organisations": project.lead_organisations.select_related("city"),
        "milestones": [(milestone, milestone.standing(today)) for milestone in project.milestones.all()],
        "indicators": project.indicators.prefetch_related("values", "reports__update"),
        "updates": project.updates.visible_to(request.user).in_brief(),
        "documents": documents_of(project, request.user),
        "proposed": project.kind.indicators.exclude(taken_over__project=project).count(),
        "turn": whose_turn(project),
        "panels": _panels(project),
        "may_edit": may_edit_project(request.user, project),
        "may_release": may_release_project(request.user, project),
        "may_report": may_report_on(request.user, project) or request.user.is_secretariat,
        "may_add_document": may_add_project_document(request.user, project) and not project.kind.figures_only,
        "history": HistoryEntry.objects.about(project),
    }
    return render(request, "projects/detail.html", context)


def project_new(request: MemberRequest) -> HttpResponse:
    require(may_create_project(request.user))
    return form_page(
        request,
        ProjectForm(request.POST or None, by=request.user),
        lambda form: actions.create_project(by=request.user, **form.changes),
        heading=_("New project"),
        back=reverse("project_list"),
    )


def project_edit(request: MemberRequest, project_id: int) -> HttpResponse:
    project = _visible(request, project_id)
    require(may_edit_project(request.user, project))
    return form_page(
        request,
        ProjectForm(request.POST or None, instance=project, by=request.user),
        lambda form: actions.edit_project(
            by=request.user, project=project, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit project"),
        back=project.get_absolute_url(),
    )


@by_button_of("project")
def project_release(request: MemberRequest, project_id: int) -> HttpResponse:
    project = _visible(request, project_id)
    try:
        actions.release_project(by=request.user, project=project)
    except BrokenRule as rule:
        messages.error(request, str(rule.message))
    else:
        messages.success(request, _("Released. Both cities see the project now."))
    return HttpResponseRedirect(project.get_absolute_url())


def project_delete(request: MemberRequest, project_id: int) -> HttpResponse:
    project = _visible(request, project_id)
    require(may_edit_project(request.user, project))
    return delete_page(
        request,
        project,
        lambda: actions.delete_project(by=request.user, project=project),
        back=project.get_absolute_url(),
        after=reverse("project_list"),
    )


def project_document_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = _visible(request, project_id)
    require(may_add_project_document(request.user, project))
    add = partial(actions.add_project_document, project=project)
    readers = (
        {"readers": Document.Readers.ONE_CITY, "city": project.draft_of_id} if project.draft_of_id else {}
    )
    return document_of_record_page(request, project, add, subcommittee=project.subcommittee_id, **readers)


def _panels(project: Project) -> list[tuple[str, Promise]]:
    """Return address and heading of what rooms above say of the project, as far as its kind has the part."""
    parts = [panel for part, panel in settings.PROJECT_PARTS.items() if getattr(project.kind, part)]
    return [
        (reverse(name, args=[project.pk]), label)
        for name, label in [*parts, *settings.PROJECT_PANELS.items()]
    ]


def _visible(request: MemberRequest, project_id: int) -> Project:
    return get_object_or_404(_seen_by(request.user), pk=project_id)


def _seen_by(member: Member) -> ProjectQuerySet:
    return Project.objects.visible_to(member).select_related("subcommittee", "kind", "draft_of")
