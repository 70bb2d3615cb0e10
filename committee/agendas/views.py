from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from committee.agendas import actions, consents
from committee.agendas.agenda import whose_turn
from committee.agendas.forms import AgendaItemForm, ReasonForm
from committee.agendas.models import AgendaItem
from committee.agendas.permissions import (
    answers_item,
    may_agree,
    may_answer_item,
    may_edit_item,
    may_move_item,
    may_propose_item,
)
from committee.cities.models import City
from committee.documents.attached import document_of_record_page, documents_of
from committee.meetings.models import Meeting
from committee.meetings.views import show_meeting
from committee.members.requests import MemberRequest
from committee.pages.panels import panel_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, act_page, by_button_of, delete_page, form_page
from committee.rules import BrokenRule

BEFORE, AFTER = -1, 1


def agenda_waiting(request: MemberRequest) -> HttpResponse:
    """Show what waits for the member on the agendas; the first page takes it in."""
    items = AgendaItem.objects.waiting_for(request.user).select_related("meeting__subcommittee", "city")
    in_order = items.order_by("meeting", "position")
    return panel_page(request, "agendas/waiting.html", {"items": in_order}, waits=bool(in_order))


def agenda_item(request: MemberRequest, item_id: int) -> HttpResponse:
    return _show(request, _item(item_id))


def agenda_item_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = _meeting(meeting_id)
    require(may_propose_item(request.user, meeting))
    return form_page(
        request,
        AgendaItemForm(request.POST or None, meeting=meeting),
        lambda form: actions.propose_item(by=request.user, meeting=meeting, **form.changes),
        heading=_("New agenda item"),
        back=meeting.get_absolute_url(),
    )


def agenda_item_edit(request: MemberRequest, item_id: int) -> HttpResponse:
    item = _item(item_id)
    require(may_edit_item(request.user, item))
    return form_page(
        request,
        AgendaItemForm(request.POST or None, instance=item, meeting=item.meeting),
        lambda form: actions.edit_item(
            by=request.user, item=item, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit agenda item"),
        back=item.get_absolute_url(),
    )


def agenda_item_delete(request: MemberRequest, item_id: int) -> HttpResponse:
    item = _item(item_id)
    require(may_edit_item(request.user, item))
    return delete_page(
        request,
        item,
        lambda: actions.delete_item(by=request.user, item=item),
        back=item.get_absolute_url(),
        after=item.meeting.get_absolute_url(),
    )


def agenda_item_document_new(request: MemberRequest, item_id: int) -> HttpResponse:
    item = _item(item_id)
    require(may_move_item(request.user, item))
    add = partial(actions.add_item_document, item=item)
    return document_of_record_page(request, item, add, subcommittee=item.subcommittee_id)


@by_button_of("agenda_item")
def agenda_item_accept(request: MemberRequest, item_id: int) -> HttpResponse:
    item = _item(item_id)
    require(answers_item(request.user, item))
    accept = partial(actions.accept_item, by=request.user, item=item, seen_version=_version_seen(request))
    return act_page(request, accept, done=_("Accepted."), refuse=lambda rule: _refuse(request, item, rule))


@by_button_of("agenda_item")
def agenda_item_return(request: MemberRequest, item_id: int) -> HttpResponse:
    item, reason = _item(item_id), request.POST.get("reason", "")
    require(answers_item(request.user, item))
    send_back = partial(actions.return_item, by=request.user, item=item, reason=reason)
    refuse = partial(_refuse, request, item, reason=reason)
    return act_page(request, send_back, done=_("Returned with your reason."), refuse=refuse)


@by_button_of("agenda_item")
def agenda_item_up(request: MemberRequest, item_id: int) -> HttpResponse:
    return _move(request, item_id, BEFORE)


@by_button_of("agenda_item")
def agenda_item_down(request: MemberRequest, item_id: int) -> HttpResponse:
    return _move(request, item_id, AFTER)


@by_button_of("meeting")
def agenda_agree(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = _meeting(meeting_id)
    seen = request.POST.get("seen", "")
    agree = partial(consents.agree_agenda, by=request.user, meeting=meeting, seen=seen)
    refuse = _refuse_on_page_of(request, meeting)
    return act_page(request, agree, done=_("You agreed to the agenda."), refuse=refuse)


def agenda_open(request: MemberRequest, meeting_id: int) -> HttpResponse:
    """Ask why the agenda is to be open again."""
    meeting = _meeting(meeting_id)
    require(may_agree(request.user, meeting))

    def open_again(form: Any) -> Meeting:
        consents.open_agenda_again(by=request.user, meeting=meeting, reason=form.cleaned_data["reason"])
        return meeting

    return form_page(
        request,
        ReasonForm(request.POST or None),
        open_again,
        heading=_("Open the agenda again"),
        back=meeting.get_absolute_url(),
    )


def _move(request: MemberRequest, item_id: int, by_places: int) -> HttpResponse:
    item = _item(item_id)
    move = partial(
        actions.move_item,
        by=request.user,
        item=item,
        by_places=by_places,
        seen_version=_version_seen(request),
    )
    return act_page(request, move, refuse=_refuse_on_page_of(request, item.meeting))


def _refuse(request: MemberRequest, item: AgendaItem, rule: BrokenRule, reason: str = "") -> HttpResponse:
    return _show(request, _item(item.pk), status=UNPROCESSABLE, refusal=rule.message, reason=reason)


def _refuse_on_page_of(request: MemberRequest, meeting: Meeting) -> Callable[[BrokenRule], HttpResponse]:
    return lambda rule: show_meeting(request, meeting.pk, UNPROCESSABLE, refusal=rule.message)


def _show(request: MemberRequest, item: AgendaItem, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "item": item,
        "turn": whose_turn(item, City.objects.all()),
        "documents": documents_of(item, request.user),
        "may_edit": may_edit_item(request.user, item),
        "may_answer": may_answer_item(request.user, item),
        "may_add_document": may_move_item(request.user, item),
        **more,
    }
    return render(request, "agendas/item.html", context, status=status)


def _meeting(meeting_id: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("subcommittee"), pk=meeting_id)


def _item(item_id: int) -> AgendaItem:
    people = ["city", "answered_by__city", "subcommittee", "meeting__subcommittee"]
    return get_object_or_404(AgendaItem.objects.select_related(*people), pk=item_id)


def _version_seen(request: MemberRequest) -> int:
    """Return the version that the button was shown for; one sent without fits none."""
    sent = request.POST.get("seen", "")
    return int(sent) if sent.isdecimal() else 0
