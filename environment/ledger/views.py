"""What the cities promised."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from environment.ledger import actions
from environment.ledger.columns import PROMISE_COLUMNS
from environment.ledger.forms import PromiseFilter, PromiseForm
from environment.ledger.models import Promise
from environment.ledger.permissions import may_create_promise, may_edit_promise


def promise_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "ledger/promise_list.html",
        Promise.objects.select_related("city").prefetch_related("stations"),
        PromiseFilter,
        PROMISE_COLUMNS,
        may_create=may_create_promise(request.user),
    )


def promise_page(request: MemberRequest, promise_id: int) -> HttpResponse:
    promise = get_object_or_404(
        Promise.objects.select_related("city", "agreement", "commitment", "follows"), pk=promise_id
    )
    context = {
        "promise": promise,
        "stations": promise.stations.order_by("code"),
        "next_version": Promise.objects.filter(follows=promise).first(),
        "may_edit": may_edit_promise(request.user, promise),
        "history": HistoryEntry.objects.about(promise),
    }
    return render(request, "ledger/promise.html", context)


def promise_new(request: MemberRequest) -> HttpResponse:
    require(may_create_promise(request.user))
    return form_page(
        request,
        PromiseForm(request.POST or None, city=request.user.city),
        lambda form: actions.create_promise(by=request.user, **form.changes),
        heading=_("New promise"),
        back=reverse("promise_list"),
    )


def promise_edit(request: MemberRequest, promise_id: int) -> HttpResponse:
    promise = _editable(request, promise_id)
    return form_page(
        request,
        PromiseForm(request.POST or None, instance=promise, city=promise.city),
        lambda form: actions.edit_promise(
            by=request.user, promise=promise, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit promise"),
        back=promise.get_absolute_url(),
    )


def promise_follow(request: MemberRequest, promise_id: int) -> HttpResponse:
    """Let other terms hold from some day on."""
    promise = _editable(request, promise_id)
    known = {name: getattr(promise, name) for name in actions.TERMS}
    initial = {**known, "stations": promise.stations.all()}
    return form_page(
        request,
        PromiseForm(request.POST or None, initial=initial, city=promise.city),
        lambda form: actions.follow_promise(by=request.user, promise=promise, **form.changes),
        heading=_("Other terms from a day on"),
        back=promise.get_absolute_url(),
    )


def promise_delete(request: MemberRequest, promise_id: int) -> HttpResponse:
    promise = _editable(request, promise_id)
    return delete_page(
        request,
        promise,
        lambda: actions.delete_promise(by=request.user, promise=promise),
        back=promise.get_absolute_url(),
        after=reverse("promise_list"),
    )


def _editable(request: MemberRequest, promise_id: int) -> Promise:
    promise = get_object_or_404(Promise.objects.select_related("city"), pk=promise_id)
    require(may_edit_promise(request.user, promise))
    return promise
