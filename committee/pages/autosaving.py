"""Forms that save themselves while they are written: nothing is lost, and nobody is overwritten."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committee.history.mending import mending
from committee.history.models import Record
from committee.pages.forms import AutosavedForm
from committee.pages.kept_writing import writing_kept
from committee.pages.writing import UNPROCESSABLE, View
from committee.rules import BrokenRule

TEMPLATE = "pages/autosaved_form.html"


def autosaves(view: View) -> View:
    """Let a view be posted to only; who has no session any more is told so, for no page would be seen."""

    @wraps(view)
    def answer(request: HttpRequest, **record: int) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, **record)
        words = _("Your session has ended. Press “Save draft” and sign in: what you have written comes back.")
        return _kept(request, UNPROCESSABLE, problem=words, autosave=request.path)

    return login_not_required(require_POST(answer))


def autosaved(
    request: HttpRequest, form: AutosavedForm, act: Callable[[], Record], name: str
) -> HttpResponse:
    """Do `act`, and answer with what the form has to know from now on, or with why nothing was saved.

    Args:
        name: what the record's pages are called: a new one goes on at `NAME_edit` and `NAME_autosave`.
    """
    try:
        saved = _act(form, act) if form.is_valid() else None
        problem = "" if saved else _("Not saved yet: something is missing or not right.")
    except BrokenRule as rule:
        saved, problem = None, str(rule.message)
    except ValidationError:
        saved, problem = None, _("Not saved yet: something is missing or not right.")
    if saved is None:
        return _kept(request, UNPROCESSABLE, problem=problem, autosave=request.path)
    seen = form.version_seen
    edit = reverse(f"{name}_edit", args=[saved.pk])
    context = {
        "form": form,
        "saved": saved,
        "saved_at": timezone.now(),
        # What colleagues changed in between was not shown here, so it has not been seen.
        "seen_version": seen if seen and saved.version > seen + 1 else saved.version,
        "action": edit,
        "autosave": reverse(f"{name}_autosave", args=[saved.pk]),
    }
    answer = _kept(request, 200, **context)
    answer["HX-Replace-Url"] = edit
    return answer


def _act(form: AutosavedForm, act: Callable[[], Record]) -> Record:
    with mending(form.is_mending):
        return act()


def sent_or_kept(request: HttpRequest) -> QueryDict | None:
    """Return what is sent now, or was sent when the session had ended; None where nothing was."""
    kept = writing_kept(request)
    if kept is not None:
        messages.warning(request, _("Your session had ended. This is what you had written: save it now."))
    return request.POST or kept


def _kept(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    return render(request, f"{TEMPLATE}#kept", context, status=status)
