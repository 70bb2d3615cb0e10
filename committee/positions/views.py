from functools import partial

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.agendas.models import AgendaItem
from committee.commitments.models import Commitment
from committee.history.models import HistoryEntry
from committee.meetings.models import Meeting
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, act_page, by_button_of, delete_page, form_page
from committee.positions import actions
from committee.positions.columns import POSITION_COLUMNS
from committee.positions.forms import PositionFilter, PositionForm
from committee.positions.held import held_on
from committee.positions.models import Position
from committee.positions.permissions import may_edit_position, may_read_history, may_write_position
from committee.rules import BrokenRule


def position_list(request: MemberRequest) -> HttpResponse:
    visible = Position.objects.visible_to(request.user).in_full()
    return list_page(request, "positions/list.html", visible, PositionFilter, POSITION_COLUMNS)


def positions_for_meeting(request: MemberRequest, meeting_id: int) -> HttpResponse:
    """Show what a city has to think of before a meeting: its agenda, and the open commitments."""
    found = Meeting.objects.select_related("host", "subcommittee")
    meeting = get_object_or_404(found, pk=meeting_id)
    commitments = Commitment.objects.open_on(request.user.today).select_related("subcommittee", "city")
    if meeting.subcommittee_id:
        commitments = commitments.filter(subcommittee=meeting.subcommittee_id)
    agenda = held_on(meeting.agenda.select_related("subcommittee"), request.user.city, by="agenda_item")
    promised = held_on(commitments, request.user.city, by="commitment")
    context = {
        "meeting": meeting,
        "agenda": [(held, may_write_position(request.user, held.subject)) for held in agenda],
        "commitments": [(held, may_write_position(request.user, held.subject)) for held in promised],
    }
    return render(request, "positions/for_meeting.html", context)


def position_page(request: MemberRequest, position_id: int) -> HttpResponse:
    return _answer(request, _visible(request, position_id))


def commitment_position_new(request: MemberRequest, commitment_id: int) -> HttpResponse:
    found = Commitment.objects.select_related("subcommittee")
    return _new_page(request, get_object_or_404(found, pk=commitment_id))


def agenda_item_position_new(request: MemberRequest, item_id: int) -> HttpResponse:
    found = AgendaItem.objects.select_related("meeting__subcommittee", "subcommittee")
    return _new_page(request, get_object_or_404(found, pk=item_id))


def position_edit(request: MemberRequest, position_id: int) -> HttpResponse:
    position = _visible(request, position_id)
    require(may_edit_position(request.user, position))
    return form_page(
        request,
        PositionForm(request.POST or None, instance=position),
        lambda form: actions.edit_position(
            by=request.user, position=position, seen_version=form.version_seen, **form.changes
        ),
        heading=str(position),
        back=position.get_absolute_url(),
    )


def position_delete(request: MemberRequest, position_id: int) -> HttpResponse:
    position = _visible(request, position_id)
    require(may_edit_position(request.user, position))
    return delete_page(
        request,
        position,
        lambda: actions.delete_position(by=request.user, position=position),
        back=position.get_absolute_url(),
        after=reverse("position_list"),
    )


@by_button_of("position")
def position_release(request: MemberRequest, position_id: int) -> HttpResponse:
    position = _visible(request, position_id)
    require(may_edit_position(request.user, position))
    return act_page(
        request,
        lambda: actions.release_position(by=request.user, position=position),
        done=_("Both cities can read it now."),
        refuse=partial(_answer, request, position),
    )


def _new_page(request: MemberRequest, subject: Commitment | AgendaItem) -> HttpResponse:
    """Ask for the own city's position; where there is one, that one is edited."""
    require(may_write_position(request.user, subject))
    if kept := subject.positions.filter(city=request.user.city_id).first():
        return HttpResponseRedirect(reverse("position_edit", args=[kept.pk]))
    return form_page(
        request,
        PositionForm(request.POST or None),
        lambda form: actions.write_position(by=request.user, subject=subject, **form.changes),
        heading=_("Position of %(city)s: %(subject)s")
        % {"city": request.user.city.name.plain, "subject": subject},
        back=subject.get_absolute_url(),
    )


def _visible(request: MemberRequest, position_id: int) -> Position:
    visible = Position.objects.visible_to(request.user).in_full()
    return get_object_or_404(visible.select_related("released_by"), pk=position_id)


def _answer(request: MemberRequest, position: Position, refusal: BrokenRule | None = None) -> HttpResponse:
    """Show a position; what it said before it was released is its own city's alone."""
    shows_history = may_read_history(request.user, position)
    context = {
        "position": position,
        "may_edit": may_edit_position(request.user, position),
        "shows_history": shows_history,
        "history": HistoryEntry.objects.about(position) if shows_history else [],
        "refusal": refusal.message if refusal else "",
    }
    status = UNPROCESSABLE if refusal else 200
    return render(request, "positions/detail.html", context, status=status)
