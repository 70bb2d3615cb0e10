"""What a city does with its own positions."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.agendas.models import AgendaItem
from committee.commitments.models import Commitment
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.members.models import Member
from committee.pages.permissions import require
from committee.positions.models import Position
from committee.positions.permissions import may_edit_position, may_write_position
from committee.rules import BrokenRule


class ReleasedAlready(BrokenRule):
    """What the other city has read cannot be unread; it is changed openly."""

    def __init__(self) -> None:
        super().__init__(_("The other city has this position already."))


def write_position(*, by: Member, subject: Commitment | AgendaItem, **fields: Any) -> Position:
    """Say what the own city thinks of a commitment or a point of an agenda."""
    require(may_write_position(by, subject))
    on = {"commitment": subject} if isinstance(subject, Commitment) else {"agenda_item": subject}
    return keep_new(by=by, record=Position(city=by.city, **on, **fields))


def edit_position(
    *, by: Member, position: Position, seen_version: int | None = None, **changes: Any
) -> Position:
    require(may_edit_position(by, position))
    return keep_changes(by=by, record=position, changes=changes, seen_version=seen_version)


@transaction.atomic
def release_position(*, by: Member, position: Position) -> Position:
    """Let the other city read the position; what it said before stays inside the own city.

    Raises:
        ReleasedAlready: when it was done before.
    """
    position = lock(position)
    require(may_edit_position(by, position))
    if position.is_released:
        raise ReleasedAlready
    released = {"released_at": timezone.now(), "released_by": by}
    return keep_changes(by=by, record=position, changes=released)


@transaction.atomic
def delete_position(*, by: Member, position: Position) -> None:
    """Delete a position that the other city has not read.

    Raises:
        ReleasedAlready: when it has.
    """
    position = lock(position)
    require(may_edit_position(by, position))
    if position.is_released:
        raise ReleasedAlready
    keep_deletion(by=by, record=position)
