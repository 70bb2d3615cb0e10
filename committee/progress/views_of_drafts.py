"""The form of an update: what was said last stands beside it, and it saves itself while it is written."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committee.cities.models import City
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, form_page
from committee.progress import actions
from committee.progress.forms import UpdateForm
from committee.progress.kept_writing import keeps_writing, writing_kept
from committee.progress.models import ProgressUpdate
from committee.progress.periods import last_report, next_period
from committee.progress.permissions import may_edit_update, may_start_update
from committee.projects.models import Project
from committee.rules import BrokenRule

TEMPLATE = "progress/form.html"


@keeps_writing
def update_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = _project(request, project_id)
    require(may_start_update(request.user, project))
    period = next_period(project, request.user.city, request.user.today)
    return form_page(
        request,
        UpdateForm(_sent(request), initial=period, project=project, by=request.user),
        lambda form: actions.create_update(by=request.user, project=project, **form.changes),
        heading=_("New progress update"),
        back=project.get_absolute_url(),
        template=TEMPLATE,
        autosave=reverse("update_new_autosave", args=[project.pk]),
        **_beside(project, request.user.city),
    )


@keeps_writing
def update_edit(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _update(request, update_id)
    require(may_edit_update(request.user, update))
    return form_page(
        request,
        UpdateForm(_sent(request), instance=update, project=update.project, by=request.user),
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


@login_not_required
@require_POST
def update_new_autosave(request: HttpRequest, project_id: int) -> HttpResponse:
    """Make a draft of what is written so far; the page then goes on with that draft."""
    if not isinstance(request.user, Member):
        return _session_ended(request)
    member, project = request.user, _project(request, project_id)
    require(may_start_update(member, project))
    form = UpdateForm(request.POST, project=project, by=member)
    answer = _autosaved(
        request,
        form,
        lambda: actions.create_update(by=member, project=project, **form.changes),
        autosave=reverse("update_new_autosave", args=[project.pk]),
    )
    return answer


@login_not_required
@require_POST
def update_autosave(request: HttpRequest, update_id: int) -> HttpResponse:
    if not isinstance(request.user, Member):
        return _session_ended(request)
    member, update = request.user, _update(request, update_id)
    require(may_edit_update(member, update))
    form = UpdateForm(request.POST, instance=update, project=update.project, by=member)
    return _autosaved(
        request,
        form,
        lambda: actions.edit_update(by=member, update=update, seen_version=form.version_seen, **form.changes),
        autosave=reverse("update_autosave", args=[update.pk]),
    )


def _autosaved(
    request: HttpRequest, form: UpdateForm, act: Callable[[], ProgressUpdate], *, autosave: str
) -> HttpResponse:
    """Answer with what the form has to know from now on, or with why nothing was saved."""
    try:
        saved = act() if form.is_valid() else None
        problem = "" if saved else _("Not saved yet: something is missing or not right.")
    except BrokenRule as rule:
        saved, problem = None, str(rule.message)
    except ValidationError:
        saved, problem = None, _("Not saved yet: something is missing or not right.")
    if saved is None:
        return _kept(request, UNPROCESSABLE, problem=problem, autosave=autosave)
    seen = form.version_seen
    context = {
        "form": form,
        "saved": saved,
        "saved_at": timezone.now(),
        # What colleagues changed in between was not shown here, so it has not been seen.
        "seen_version": seen if seen and saved.version > seen + 1 else saved.version,
        "action": reverse("update_edit", args=[saved.pk]),
        "autosave": reverse("update_autosave", args=[saved.pk]),
    }
    answer = _kept(request, 200, **context)
    answer["HX-Replace-Url"] = reverse("update_edit", args=[saved.pk])
    return answer


def _session_ended(request: HttpRequest) -> HttpResponse:
    words = _("Your session has ended. Press “Save draft” and sign in: what you have written comes back.")
    return _kept(request, UNPROCESSABLE, problem=words, autosave=request.path)


def _kept(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    return render(request, f"{TEMPLATE}#kept", context, status=status)


def _sent(request: MemberRequest) -> Any:
    """Return what is sent now, or was sent when the session had ended."""
    kept = writing_kept(request)
    if kept is not None:
        messages.warning(request, _("Your session had ended. This is what you had written: save it now."))
    return request.POST or kept


def _beside(project: Project, city: City, update: ProgressUpdate | None = None) -> dict[str, Any]:
    return {"project": project, "city": city, "last": last_report(project, city, update)}


def _project(request: HttpRequest, project_id: int) -> Project:
    assert isinstance(request.user, Member), "who has not signed in was turned away"
    seen = Project.objects.visible_to(request.user).select_related("subcommittee")
    return get_object_or_404(seen, pk=project_id)


def _update(request: HttpRequest, update_id: int) -> ProgressUpdate:
    assert isinstance(request.user, Member), "who has not signed in was turned away"
    return get_object_or_404(ProgressUpdate.objects.visible_to(request.user).in_full(), pk=update_id)
