"""How two cities build the agenda of a meeting.

proposed → accepted by the other city → agreed agenda
   ↑ changed ┘ └→ returned with a reason, changed → proposed …
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from committee.agendas.consents import is_in_agreed, lapse_unless_complete
from committee.agendas.models import AgendaItem
from committee.agendas.permissions import (
    answers_item,
    may_edit_item,
    may_move_item,
    may_propose_item,
    prepares,
)
from committee.agendas.rules import AgendaAgreed, ItemAnswered, ItemChanged, MeetingOver, ReasonNeeded
from committee.agendas.telling import tell_answered, tell_proposed
from committee.cities.models import City
from committee.documents.actions import add_document
from committee.documents.models import Document
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.history.models import HistoryEntry
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.pages.numbering import next_number
from committee.pages.permissions import require
from committee.subcommittees.models import Subcommittee

State = AgendaItem.State
Verb = HistoryEntry.Verb
UNANSWERED: dict[str, Any] = {
    "state": State.PROPOSED,
    "answered_by": None,
    "answered_at": None,
    "returned_because": "",
}


@transaction.atomic
def propose_item(
    *, by: Member, meeting: Meeting, subcommittee: Subcommittee | None = None, **fields: Any
) -> AgendaItem:
    """Propose a point for the other city to accept; of a meeting that was held, record it."""
    locked = lock(meeting)
    concerned = locked.subcommittee or subcommittee
    require(may_propose_item(by, locked) and prepares(by, locked, concerned))
    city = None if locked.is_held else by.city
    return enter_item(by=by, meeting=locked, city=city, subcommittee=concerned, **fields)


def enter_item(*, by: Member | None, meeting: Meeting, city: City | None, **fields: Any) -> AgendaItem:
    """Put a point at the end of the agenda of a locked meeting: proposed by `city`, or recorded."""
    state = State.PROPOSED if city else State.ACCEPTED
    position = next_number(meeting.agenda.all(), "position")
    item = AgendaItem(meeting=meeting, city=city, state=state, position=position, **fields)
    keep_new(by=by, record=item)
    if city:
        tell_proposed(item)
    return item


@transaction.atomic
def edit_item(*, by: Member, item: AgendaItem, seen_version: int | None = None, **changes: Any) -> AgendaItem:
    """Change what an item says: before the meeting, the other city is asked anew.

    Raises:
        AgendaAgreed: when both cities agreed to the agenda with this item.
        ChangedMeanwhile: when somebody else changed the same.
    """
    meeting, locked = lock(item.meeting), lock(item)
    require(may_edit_item(by, locked))
    if meeting.is_held or locked.city_id is None:
        return keep_changes(by=by, record=locked, changes=changes, seen_version=seen_version)
    _refuse_agreed(locked)
    is_changed = any(getattr(locked, name) != value for name, value in changes.items())
    if not is_changed:
        return locked
    was_accepted = locked.state == State.ACCEPTED
    changed = keep_changes(by=by, record=locked, changes=changes | UNANSWERED, seen_version=seen_version)
    if was_accepted:
        lapse_unless_complete(by=by, meeting=meeting)
    tell_proposed(changed)
    return changed


@transaction.atomic
def delete_item(*, by: Member, item: AgendaItem) -> None:
    """Withdraw an item.

    Raises:
        AgendaAgreed: when both cities agreed to the agenda with this item.
    """
    meeting, locked = lock(item.meeting), lock(item)
    require(may_edit_item(by, locked))
    if not meeting.is_held:
        _refuse_agreed(locked)
        if locked.state == State.ACCEPTED:
            lapse_unless_complete(by=by, meeting=meeting)
    keep_deletion(by=by, record=locked)


@transaction.atomic
def accept_item(*, by: Member, item: AgendaItem, seen_version: int) -> AgendaItem:
    """Accept an item as it was read; accepting it twice keeps the first date.

    Raises:
        MeetingOver, ItemAnswered
        ItemChanged: when it says something else than what was read.
    """
    meeting, locked = lock(item.meeting), lock(item)
    require(answers_item(by, locked))
    if locked.state == State.ACCEPTED:
        return locked
    _refuse_unless_asked(locked)
    if locked.version != seen_version:
        raise ItemChanged
    lapse_unless_complete(by=by, meeting=meeting)
    return _answer(by, locked, state=State.ACCEPTED, verb=Verb.CONFIRMED)


@transaction.atomic
def return_item(*, by: Member, item: AgendaItem, reason: str) -> AgendaItem:
    """Send an item back with the reason.

    Raises:
        MeetingOver, ItemAnswered, ReasonNeeded
    """
    locked = lock(item)
    require(answers_item(by, locked))
    _refuse_unless_asked(locked)
    if not reason.strip():
        raise ReasonNeeded
    return _answer(by, locked, state=State.RETURNED, verb=Verb.RETURNED, reason=reason.strip())


@transaction.atomic
def move_item(*, by: Member, item: AgendaItem, by_places: int, seen_version: int) -> AgendaItem:
    """Let an item change places with the one before it (-1) or after it (1) of its subcommittee.

    Raises:
        AgendaAgreed: when one of both stands in the agreed agenda.
        ChangedMeanwhile: when somebody else moved it.
    """
    meeting, locked = lock(item.meeting), lock(item)
    require(may_move_item(by, locked))
    if meeting.is_held:
        raise MeetingOver
    order = list(AgendaItem.objects.beside(locked))
    place = order.index(locked) + by_places
    if not 0 <= place < len(order):
        return locked
    other = order[place]
    for moved in (locked, other):
        _refuse_agreed(moved)
    here, there = locked.position, other.position
    moved = keep_changes(by=by, record=locked, changes={"position": there}, seen_version=seen_version)
    keep_changes(by=by, record=other, changes={"position": here})
    lapse_unless_complete(by=by, meeting=meeting)
    return moved


def add_item_document(*, by: Member, item: AgendaItem, **fields: Any) -> Document:
    """Attach a paper; both cities may. See `add_document` for what it raises."""
    require(may_move_item(by, item))
    return add_document(by=by, of=item, **fields)


def _answer(by: Member, item: AgendaItem, *, state: str, verb: str, reason: str = "") -> AgendaItem:
    answer = {"state": state, "answered_by": by, "answered_at": timezone.now(), "returned_because": reason}
    answered = keep_changes(by=by, record=item, changes=answer, verb=verb, comment=reason)
    tell_answered(answered)
    return answered


def _refuse_unless_asked(item: AgendaItem) -> None:
    if item.meeting.is_held:
        raise MeetingOver
    if item.state != State.PROPOSED:
        raise ItemAnswered


def _refuse_agreed(item: AgendaItem) -> None:
    if is_in_agreed(item):
        raise AgendaAgreed
