"""Scheduled pulls: how they fare, and the button to pull now."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import by_button_of, delete_page, form_page
from environment.pulls import actions
from environment.pulls.columns import PULL_COLUMNS
from environment.pulls.forms import PullFilter, PullForm, ScheduleForm
from environment.pulls.models import Pull
from environment.pulls.permissions import may_keep_pulls

ATTEMPTS_SHOWN = 50


def pull_list(request: MemberRequest) -> HttpResponse:
    pulls = Pull.objects.select_related("city", "progress")
    return list_page(
        request, "pulls/list.html", pulls, PullFilter, PULL_COLUMNS, may_create=may_keep_pulls(request.user)
    )


def pull_page(request: MemberRequest, pull_id: int) -> HttpResponse:
    pull = get_object_or_404(Pull.objects.select_related("city", "progress"), pk=pull_id)
    context = {
        "pull": pull,
        "attempts": pull.attempts.select_related("delivery")[:ATTEMPTS_SHOWN],
        "may_edit": may_keep_pulls(request.user),
        "history": HistoryEntry.objects.about(pull),
    }
    return render(request, "pulls/detail.html", context)


def pull_new(request: MemberRequest) -> HttpResponse:
    require(may_keep_pulls(request.user))
    return form_page(
        request,
        PullForm(request.POST or None),
        lambda form: actions.create_pull(by=request.user, **form.changes),
        heading=_("New scheduled pull"),
        back=reverse("pull_list"),
    )


def pull_edit(request: MemberRequest, pull_id: int) -> HttpResponse:
    pull = _editable(request, pull_id)
    return form_page(
        request,
        ScheduleForm(request.POST or None, instance=pull),
        lambda form: actions.edit_pull(
            by=request.user, pull=pull, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Schedule or pause"),
        back=pull.get_absolute_url(),
    )


@by_button_of("pull")
def pull_run(request: MemberRequest, pull_id: int) -> HttpResponse:
    pull = _editable(request, pull_id)
    actions.pull_now(by=request.user, pull=pull)
    messages.success(request, _("It is being fetched; the outcome stands below in a moment."))
    return HttpResponseRedirect(pull.get_absolute_url())


def pull_delete(request: MemberRequest, pull_id: int) -> HttpResponse:
    pull = _editable(request, pull_id)
    return delete_page(
        request,
        pull,
        lambda: actions.delete_pull(by=request.user, pull=pull),
        back=pull.get_absolute_url(),
        after=reverse("pull_list"),
    )


def _editable(request: MemberRequest, pull_id: int) -> Pull:
    pull = get_object_or_404(Pull.objects.select_related("city"), pk=pull_id)
    require(may_keep_pulls(request.user))
    return pull
