"""What a city does with its own delegation to a meeting."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from committee.delegations.models import Delegate, Delegation
from committee.delegations.permissions import may_edit_delegation, may_write_delegation
from committee.delegations.rules import (
    AnnouncedAlready,
    AnotherCitysMember,
    HeadNeeded,
    LastOneStays,
    NobodyNamed,
    NowhereToMove,
)
from committee.delegations.telling import tell_announced
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock, plain
from committee.languages.wording import columns
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.pages.numbering import next_number
from committee.pages.permissions import require

COPIED = ["member", "is_head", "place", *columns("name", "title", "organisation")]


@transaction.atomic
def write_delegation(
    *, by: Member, meeting: Meeting, like: Delegation | None = None, **fields: Any
) -> Delegation:
    """Begin the delegation of the own city; `like` gives an earlier one whose people it starts with."""
    require(may_write_delegation(by, meeting))
    require(like is None or like.city_id == by.city_id)
    delegation = keep_new(by=by, record=Delegation(meeting=meeting, city=by.city, **fields))
    for delegate in like.delegates.all() if like else []:
        copied = {name: getattr(delegate, name) for name in COPIED}
        keep_new(by=by, record=Delegate(delegation=delegation, **copied))
    return delegation


@transaction.atomic
def delete_delegation(*, by: Member, delegation: Delegation) -> None:
    """Delete a draft.

    Raises:
        AnnouncedAlready: when the other city knows it.
    """
    delegation = _own(by, delegation)
    if delegation.is_announced:
        raise AnnouncedAlready
    keep_deletion(by=by, record=delegation)


@transaction.atomic
def announce_delegation(*, by: Member, delegation: Delegation) -> Delegation:
    """Show a delegation to the other city and tell its secretariat.

    Raises:
        AnnouncedAlready: when it was done before.
        NobodyNamed: when it has no people.
    """
    delegation = _own(by, delegation)
    if delegation.is_announced:
        raise AnnouncedAlready
    if delegation.head is None:
        raise NobodyNamed
    announced = {"announced_at": timezone.now(), "announced_by": by}
    delegation = keep_changes(by=by, record=delegation, changes=announced)
    tell_announced(delegation)
    return delegation


@transaction.atomic
def add_delegate(*, by: Member, delegation: Delegation, **fields: Any) -> Delegate:
    """Add somebody behind the others; the first one becomes the head.

    Raises:
        AnotherCitysMember: when a member of the other city is named.
    """
    delegation = _own(by, delegation)
    _refuse_another_citys(delegation, fields.get("member"))
    place = next_number(delegation.delegates.all(), "place")
    is_first = not delegation.delegates.exists()
    delegate = Delegate(delegation=delegation, place=place, is_head=is_first, **fields)
    return keep_new(by=by, record=delegate)


@transaction.atomic
def edit_delegate(
    *, by: Member, delegate: Delegate, seen_version: int | None = None, **changes: Any
) -> Delegate:
    """Change what is said of somebody.

    Raises:
        AnotherCitysMember: as for somebody new.
    """
    _refuse_another_citys(_own(by, delegate.delegation), changes.get("member"))
    return keep_changes(by=by, record=delegate, changes=changes, seen_version=seen_version)


@transaction.atomic
def delete_delegate(*, by: Member, delegate: Delegate) -> None:
    """Take somebody out of the delegation.

    Raises:
        HeadNeeded: when it is the head and others stay.
        LastOneStays: when an announced delegation would be empty.
    """
    delegation = _own(by, delegate.delegation)
    others = delegation.delegates.exclude(pk=delegate.pk).exists()
    if lock(delegate).is_head and others:
        raise HeadNeeded
    if delegation.is_announced and not others:
        raise LastOneStays
    keep_deletion(by=by, record=delegate)


@transaction.atomic
def make_head(*, by: Member, delegate: Delegate) -> Delegate:
    """Let somebody lead the delegation in place of who led it."""
    delegation = _own(by, delegate.delegation)
    if (before := delegation.head) == delegate:
        return delegate
    if before is not None:
        keep_changes(by=by, record=before, changes={"is_head": False})
    return keep_changes(by=by, record=delegate, changes={"is_head": True})


@transaction.atomic
def move_delegate(*, by: Member, delegate: Delegate, steps: int, seen_version: int) -> Delegation:
    """Move somebody by `steps` in the order of protocol: -1 is up, 1 is down.

    Args:
        seen_version: the version of the delegation whose order the writer had read.

    Raises:
        NowhereToMove: when that place is the head's, or none.
        ChangedMeanwhile: when somebody changed the order since.
    """
    delegation = _own(by, delegate.delegation)
    before = list(delegation.delegates.all())
    place = before.index(delegate)
    if place == 0 or not 0 < place + steps < len(before):
        raise NowhereToMove
    after = [each for each in before if each != delegate]
    after.insert(place + steps, delegate)
    order = {"delegates": [[plain(each) for each in names] for names in (before, after)]}
    delegation = keep_changes(by=by, record=delegation, changes={}, rows=order, seen_version=seen_version)
    for number, each in enumerate(after, start=1):
        each.place = number
    Delegate.objects.bulk_update(after, ["place"])
    return delegation


def _own(by: Member, delegation: Delegation) -> Delegation:
    """Return the delegation, locked, that `by` may write."""
    locked = lock(delegation)
    require(may_edit_delegation(by, locked))
    return locked


def _refuse_another_citys(delegation: Delegation, member: Member | None) -> None:
    if member is not None and member.city_id != delegation.city_id:
        raise AnotherCitysMember
