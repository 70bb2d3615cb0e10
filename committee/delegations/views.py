from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.delegations import actions
from committee.delegations.attendance import has_begun
from committee.delegations.columns import DELEGATE_COLUMNS, DELEGATION_COLUMNS
from committee.delegations.forms import DelegateFilter, DelegationFilter, DelegationForm
from committee.delegations.models import Delegate, Delegation
from committee.delegations.permissions import may_edit_delegation, may_write_delegation
from committee.delegations.waiting import waiting_for
from committee.history.models import HistoryEntry
from committee.meetings.models import Meeting
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.panels import panel_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, act_page, by_button_of, delete_page, form_page
from committee.rules import BrokenRule


def delegation_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "delegations/list.html",
        Delegation.objects.visible_to(request.user).in_full(),
        DelegationFilter,
        DELEGATION_COLUMNS,
    )


def delegate_list(request: MemberRequest) -> HttpResponse:
    people = Delegate.objects.visible_to(request.user).select_related(
        "delegation__meeting__subcommittee", "delegation__city"
    )
    return list_page(request, "delegations/people.html", people, DelegateFilter, DELEGATE_COLUMNS)


def delegations_waiting(request: MemberRequest) -> HttpResponse:
    """What the first page shows of the delegations that wait for the reader's city."""
    waiting = waiting_for(request.user.city, request.user.today)
    context = {"waiting": waiting}
    return panel_page(request, "delegations/waiting.html", context, waits=waiting.is_anything)


def delegation_page(request: MemberRequest, delegation_id: int) -> HttpResponse:
    return delegation_answer(request, visible_delegation(request, delegation_id))


def delegation_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("subcommittee"), pk=meeting_id)
    require(may_write_delegation(request.user, meeting))
    return form_page(
        request,
        DelegationForm(request.POST or None, by=request.user, meeting=meeting),
        lambda form: actions.write_delegation(by=request.user, meeting=meeting, **form.changes),
        heading=_("New delegation: %(meeting)s") % {"meeting": meeting},
        back=meeting.get_absolute_url(),
    )


def delegation_delete(request: MemberRequest, delegation_id: int) -> HttpResponse:
    delegation = visible_delegation(request, delegation_id)
    require(may_edit_delegation(request.user, delegation))
    return delete_page(
        request,
        delegation,
        lambda: actions.delete_delegation(by=request.user, delegation=delegation),
        back=delegation.get_absolute_url(),
        after=reverse("delegation_list"),
    )


@by_button_of("delegation")
def delegation_announce(request: MemberRequest, delegation_id: int) -> HttpResponse:
    delegation = visible_delegation(request, delegation_id)
    require(may_edit_delegation(request.user, delegation))
    return act_page(
        request,
        lambda: actions.announce_delegation(by=request.user, delegation=delegation),
        done=_("Announced. The other city sees it now."),
        refuse=partial(delegation_answer, request, delegation),
    )


def visible_delegation(request: MemberRequest, delegation_id: int) -> Delegation:
    visible = Delegation.objects.visible_to(request.user).in_full()
    return get_object_or_404(visible.select_related("announced_by"), pk=delegation_id)


def delegation_answer(
    request: MemberRequest, delegation: Delegation, refusal: BrokenRule | None = None
) -> HttpResponse:
    """Show the delegation, with the sentence of a rule that an act would have broken."""
    context: dict[str, Any] = {
        "delegation": delegation,
        "delegates": delegation.delegates.all(),
        "may_edit": may_edit_delegation(request.user, delegation),
        "has_begun": has_begun(delegation.meeting, timezone.now()),
        "history": HistoryEntry.objects.about(delegation),
        "refusal": refusal.message if refusal else "",
    }
    status = UNPROCESSABLE if refusal else 200
    return render(request, "delegations/detail.html", context, status=status)
