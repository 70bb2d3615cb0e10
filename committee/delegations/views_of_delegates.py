from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.delegations import actions
from committee.delegations.attendance import Taken, has_begun, take_attendance
from committee.delegations.forms import AttendanceForm, DelegateForm
from committee.delegations.models import Delegate, Delegation
from committee.delegations.permissions import may_edit_delegation
from committee.delegations.rules import NotBegun
from committee.delegations.views import delegation_answer, visible_delegation
from committee.history.actions import ChangedMeanwhile
from committee.members.requests import MemberRequest
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, delete_page, form_page
from committee.rules import BrokenRule

DIRECTIONS = {"up": -1, "down": 1}


def delegate_new(request: MemberRequest, delegation_id: int) -> HttpResponse:
    delegation = visible_delegation(request, delegation_id)
    require(may_edit_delegation(request.user, delegation))
    return form_page(
        request,
        DelegateForm(request.POST or None, city=delegation.city),
        lambda form: actions.add_delegate(by=request.user, delegation=delegation, **form.changes),
        heading=_("New delegate"),
        back=delegation.get_absolute_url(),
    )


def delegate_edit(request: MemberRequest, delegate_id: int) -> HttpResponse:
    delegate = _own(request, delegate_id)
    return form_page(
        request,
        DelegateForm(request.POST or None, instance=delegate, city=delegate.delegation.city),
        lambda form: actions.edit_delegate(
            by=request.user, delegate=delegate, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit delegate"),
        back=delegate.get_absolute_url(),
    )


def delegate_delete(request: MemberRequest, delegate_id: int) -> HttpResponse:
    delegate = _own(request, delegate_id)
    return delete_page(
        request,
        delegate,
        lambda: actions.delete_delegate(by=request.user, delegate=delegate),
        back=delegate.get_absolute_url(),
        after=delegate.delegation.get_absolute_url(),
    )


def delegate_head(request: MemberRequest, delegate_id: int) -> HttpResponse:
    delegate = _own(request, delegate_id)
    return _by_button(
        request, delegate.delegation, lambda: actions.make_head(by=request.user, delegate=delegate)
    )


def delegate_move(request: MemberRequest, delegate_id: int) -> HttpResponse:
    """Move somebody up or down; `seen` is the version of the delegation whose order was on the page."""
    delegate = _own(request, delegate_id)
    steps, seen = DIRECTIONS.get(request.POST.get("to", ""), 0), request.POST.get("seen", "")
    if request.method == "POST" and not (steps and seen.isdecimal()):
        return delegation_answer(request, delegate.delegation, BrokenRule(_("Choose up or down.")))
    return _by_button(
        request,
        delegate.delegation,
        lambda: actions.move_delegate(
            by=request.user, delegate=delegate, steps=steps, seen_version=int(seen)
        ),
    )


def attendance(request: MemberRequest, delegation_id: int) -> HttpResponse:
    """Ask of each person whether he or she was there; all are saved together or none."""
    delegation = visible_delegation(request, delegation_id)
    require(may_edit_delegation(request.user, delegation))
    if not has_begun(delegation.meeting, timezone.now()):
        return delegation_answer(request, delegation, NotBegun())
    forms = [
        (delegate, AttendanceForm(request.POST or None, instance=delegate, prefix=f"delegate-{delegate.pk}"))
        for delegate in delegation.delegates.all()
    ]
    # Each form is looked at, so that all problems are told at once.
    are_valid = [form.is_valid() for _delegate, form in forms] if request.method == "POST" else [False]
    if all(are_valid) and _take(request, delegation, forms):
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(delegation.get_absolute_url())
    status = UNPROCESSABLE if request.method == "POST" else 200
    context = {"delegation": delegation, "forms": forms}
    return render(request, "delegations/attendance.html", context, status=status)


def _take(
    request: MemberRequest, delegation: Delegation, forms: list[tuple[Delegate, AttendanceForm]]
) -> bool:
    taken = {delegate: Taken(form.changes, form.version_seen) for delegate, form in forms if form.changes}
    try:
        take_attendance(by=request.user, delegation=delegation, taken=taken, now=timezone.now())
    except ChangedMeanwhile as conflict:
        form = next(form for delegate, form in forms if delegate == conflict.record)
        form.show_conflict(conflict)
        form.add_error(None, str(conflict.message))
        return False
    return True


def _own(request: MemberRequest, delegate_id: int) -> Delegate:
    people = Delegate.objects.visible_to(request.user).select_related(
        "delegation__meeting__host", "delegation__meeting__subcommittee", "delegation__city"
    )
    delegate = get_object_or_404(people, pk=delegate_id)
    require(may_edit_delegation(request.user, delegate.delegation))
    return delegate


def _by_button(request: MemberRequest, delegation: Delegation, act: Callable[[], Any]) -> HttpResponse:
    """Do `act` when the button was pressed; who comes otherwise sees the delegation, where it is."""
    if request.method == "POST":
        try:
            act()
        except BrokenRule as rule:
            return delegation_answer(request, delegation, rule)
    return HttpResponseRedirect(delegation.get_absolute_url())
