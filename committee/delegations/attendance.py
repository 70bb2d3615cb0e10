"""Who was there: taken by each city for its own delegation, once the meeting has begun."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from committee.cities.models import City
from committee.cities.protocol import in_protocol_order
from committee.delegations.models import Delegate, Delegation
from committee.delegations.permissions import may_edit_delegation
from committee.delegations.rules import NotBegun
from committee.history.actions import keep_changes, lock
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.pages.permissions import require

Attendance = Delegate.Attendance


@dataclass(frozen=True)
class Turnout:
    """How many of one city's delegation came; those not yet taken are `expected`."""

    delegation: Delegation
    named: int
    present: int
    substituted: int
    absent: int
    expected: int

    @property
    def city(self) -> City:
        return self.delegation.city


@dataclass(frozen=True)
class Taken:
    """What was taken down of one person; `seen_version` is what the writer had read."""

    changes: Mapping[str, Any]
    seen_version: int | None = None


def has_begun(meeting: Meeting, now: datetime.datetime) -> bool:
    """Whether the first day of the meeting has come in the host city; a postponed one never begins."""
    if meeting.starts_on is None or meeting.state == Meeting.State.POSTPONED:
        return False
    return meeting.starts_on <= now.astimezone(meeting.host.zone).date()


@transaction.atomic
def take_attendance(
    *, by: Member, delegation: Delegation, taken: Mapping[Delegate, Taken], now: datetime.datetime
) -> Delegation:
    """Take down who of the own delegation was there, all or nothing.

    Raises:
        NotBegun: before the first day of the meeting.
        ChangedMeanwhile: when somebody else took the same person's attendance since.
    """
    delegation = lock(delegation)
    require(may_edit_delegation(by, delegation))
    if not has_begun(delegation.meeting, now):
        raise NotBegun
    for delegate, of_one in taken.items():
        require(delegate.delegation_id == delegation.pk)
        keep_changes(by=by, record=delegate, changes=of_one.changes, seen_version=of_one.seen_version)
    return delegation


def turnouts(meeting: Meeting, delegations: Iterable[Delegation]) -> list[Turnout]:
    """Return the figures of each delegation, in the order of protocol; `delegates` are best prefetched."""
    in_order = in_protocol_order(delegations, host_id=meeting.host_id)
    return [_turnout(delegation) for delegation in in_order]


def _turnout(delegation: Delegation) -> Turnout:
    counted = Counter(delegate.attendance for delegate in delegation.delegates.all())
    return Turnout(delegation, counted.total(), **{state: counted[state] for state in Attendance.values})
