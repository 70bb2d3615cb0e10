"""Reminds who is responsible of actions that are due soon or late, see REMINDERS."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.follow_ups.models import FollowUp
from committee.follow_ups.telling import as_responsible
from committee.reminders.reminding import Reminder

DAYS_BEFORE = 7


def due_follow_ups(now: datetime.datetime) -> Iterator[Reminder]:
    for city in City.objects.all():
        today = now.astimezone(city.zone).date()
        given = FollowUp.objects.of_city(city).select_related("responsible__city", "post__city")
        late = given.overdue(today)
        soon = given.open().filter(due_on__lte=today + datetime.timedelta(days=DAYS_BEFORE))
        for follow_up in soon.exclude(pk__in=late):
            yield _reminder(follow_up, now, is_late=False)
        for follow_up in late:
            yield _reminder(follow_up, now, is_late=True)


def _reminder(follow_up: FollowUp, now: datetime.datetime, *, is_late: bool) -> Reminder:

    def subject() -> str:
        words = _("Action late: %(action)s") if is_late else _("Action due soon: %(action)s")
        return words % {"action": follow_up}

    return Reminder(
        members=follow_up.people(now),
        kind="follow_up",
        key=f"follow-up-{follow_up.pk}-{'late' if is_late else 'soon'}-{follow_up.due_on}",
        subject=subject,
        body=lambda: _("It is due on %(day)s.") % {"day": follow_up.due_on},
        address=f"follow-ups/{follow_up.pk}/",
        reason=as_responsible,
    )
