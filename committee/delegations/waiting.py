"""What of its delegations waits for a city: to be named, to be announced, or to be asked who was there."""

import datetime
from dataclasses import dataclass

from django.db.models import Q

from committee.cities.models import City
from committee.delegations.models import Delegate, Delegation
from committee.meetings.models import Meeting

SHOWN = 5


@dataclass(frozen=True)
class Waiting:
    to_name: list[Meeting]
    to_announce: list[Delegation]
    to_take: list[Delegation]

    @property
    def is_anything(self) -> bool:
        return any(vars(self).values())


def waiting_for(city: City, today: datetime.date) -> Waiting:
    """Return what waits on `today`: general meetings to come without a delegation, drafts, attendance.

    Args:
        today: the day in the city; a meeting whose day it is counts as to come and as begun.
    """
    own = Delegation.objects.filter(city=city).select_related("meeting__subcommittee", "city")
    to_come = Meeting.objects.filter(state=Meeting.State.PLANNED, kind=Meeting.Kind.GENERAL)
    to_come = to_come.filter(Q(starts_on__isnull=True) | Q(starts_on__gte=today))
    begun = own.announced().exclude(meeting__state=Meeting.State.POSTPONED)
    begun = begun.filter(meeting__starts_on__lte=today)
    untaken = Delegate.objects.filter(attendance=Delegate.Attendance.EXPECTED)
    drafts = own.filter(announced_at__isnull=True).exclude(meeting__starts_on__lt=today)
    return Waiting(
        list(to_come.exclude(delegations__city=city).select_related("subcommittee")[:SHOWN]),
        list(drafts[:SHOWN]),
        list(begun.filter(pk__in=untaken.values("delegation"))[:SHOWN]),
    )
