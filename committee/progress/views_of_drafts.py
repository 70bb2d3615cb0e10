"""The form of an update: what was said last stands beside it, and it saves itself while it is written."""

from functools import partial
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.members.requests import MemberRequest
from committee.pages.autosaving import autosaved, autosaves, sent_or_kept
from committee.pages.kept_writing import keeps_writing
from committee.pages.permissions import require
from committee.pages.writing import form_page
from committee.progress import actions
from committee.progress.forms import UpdateForm
from committee.progress.models import ProgressUpdate
from committee.progress.periods import last_report, next_period
from committee.progress.permissions import may_edit_update, may_start_update
from committee.project_kinds.personal_details import personal_details_in
from committee.projects.models import Project

TEMPLATE = "progress/form.html"


def _names_somebody(request: HttpRequest) -> bool:
    """Whether what was sent would be refused, because the project is told in figures only."""
    assert request.resolver_match is not None, "a view was found"
    page = request.resolver_match.kwargs
    about = Q(pk=page.get("project_id")) | Q(updates=page.get("update_id"))
    figures_only = Project.objects.filter(about, kind__figures_only=True).exists()
    return figures_only and any(personal_details_in(str(text)) for text in request.POST.values())


keeps_updates = partial(keeps_writing, unless=_names_somebody)


@keeps_updates
def update_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = _project(request, project_id)
    require(may_start_update(request.user, project))
    period = next_period(project, request.user.city, request.user.today)
    return form_page(
        request,
        UpdateForm(sent_or_kept(request), initial=period, project=project, by=request.user),
        lambda form: actions.create_update(by=request.user, project=project, **form.changes),
        heading=_("New progress update"),
        back=project.get_absolute_url(),
        template=TEMPLATE,
        autosave=reverse("update_new_autosave", args=[project.pk]),
        **_beside(project, request.user.city),
    )


@keeps_updates
def update_edit(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _update(request, update_id)
    require(may_edit_update(request.user, update))
    return form_page(
        request,
        UpdateForm(sent_or_kept(request), instance=update, project=update.project, by=request.user),
        lambda form: actions.edit_update(
            by=request.user, update=update, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit progress update"),
        back=update.get_absolute_url(),
        template=TEMPLATE,
        autosave=reverse("update_autosave", args=[update.pk]),
        return_comment=update.return_comment,
        **_beside(update.project, update.city, update),
    )


@autosaves
def update_new_autosave(request: MemberRequest, project_id: int) -> HttpResponse:
    """Make a draft of what is written so far; the page then goes on with that draft."""
    project = _project(request, project_id)
    require(may_start_update(request.user, project))
    form = UpdateForm(request.POST, project=project, by=request.user)
    return autosaved(
        request,
        form,
        lambda: actions.create_update(by=request.user, project=project, **form.changes),
        "update",
    )


@autosaves
def update_autosave(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _update(request, update_id)
    require(may_edit_update(request.user, update))
    form = UpdateForm(request.POST, instance=update, project=update.project, by=request.user)
    return autosaved(
        request,
        form,
        lambda: actions.edit_update(
            by=request.user, update=update, seen_version=form.version_seen, **form.changes
        ),
        "update",
    )


def _beside(project: Project, city: City, update: ProgressUpdate | None = None) -> dict[str, Any]:
    return {"project": project, "city": city, "last": last_report(project, city, update)}


def _project(request: MemberRequest, project_id: int) -> Project:
    seen = Project.objects.visible_to(request.user).select_related("subcommittee")
    return get_object_or_404(seen, pk=project_id)


def _update(request: MemberRequest, update_id: int) -> ProgressUpdate:
    return get_object_or_404(ProgressUpdate.objects.visible_to(request.user).in_full(), pk=update_id)
