"""Reminds members of what waits or is late: each member once of each thing, whoever asks how often."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from committee.languages.wording import Words
from committee.members.models import Member
from committee.notices.actions import notify
from committee.notices.models import Notice
from committee.notices.reasons import Reason

# Whether they were told before is asked of so many at a time.
AT_A_TIME = 500


@dataclass(frozen=True)
class Reminder:
    """What `notify` tells; `key` names what it is about and for which day, so that a new day reminds anew."""

    members: list[Member]
    kind: str
    key: str
    subject: Words
    body: Words
    address: str
    reason: Reason


def remind(now: datetime.datetime) -> list[Notice]:
    """Ask each of REMINDERS what there is to remind of, and tell who has not been told; return what is new.

    Safe with several schedulers: a notice is a row that exists once a member and key.
    """
    new: list[Notice] = []
    for path in settings.REMINDERS:
        reminders: Iterable[Reminder] = import_string(path)(now)
        for reminder in _untold(reminders):
            new += notify(**vars(reminder))
    return new


def _untold(reminders: Iterable[Reminder]) -> Iterator[Reminder]:
    """Leave out what everybody was told before, for that is nearly all of it at nearly every time."""
    all_of_them = list(reminders)
    for start in range(0, len(all_of_them), AT_A_TIME):
        some = all_of_them[start : start + AT_A_TIME]
        known = Notice.objects.filter(key__in=[reminder.key for reminder in some])
        told = set(known.values_list("member_id", "key"))
        for reminder in some:
            if not {(member.pk, reminder.key) for member in reminder.members} <= told:
                yield reminder
