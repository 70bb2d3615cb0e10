"""Reminds a city's secretariat of minutes it has not answered, before the day and after it, see REMINDERS."""

import datetime
from collections.abc import Iterator

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.members.models import Member, Role
from committee.minutes.models import Minutes
from committee.minutes.telling import address_of, as_concerned
from committee.reminders.reminding import Reminder
from committee.workdays.due import is_overdue


def unanswered_minutes(now: datetime.datetime) -> Iterator[Reminder]:
    for city in City.objects.all():
        today = now.astimezone(city.zone).date()
        secretariat = list(Member.objects.holding(Role.SECRETARIAT, today).filter(city=city))
        for minutes in Minutes.objects.unanswered_by(city).in_brief():
            if reminder := _reminder(minutes, today, secretariat):
                yield reminder


def _reminder(minutes: Minutes, today: datetime.date, secretariat: list[Member]) -> Reminder | None:
    version = minutes.latest
    assert version is not None, "circulated minutes have a version"
    if (version.answer_by - today).days > settings.MINUTES_REMINDER_DAYS:
        return None
    is_late = is_overdue(version.answer_by, today)

    def body() -> str:
        words = (
            _("Your answer was asked by %(day)s; the minutes now say that there was none.")
            if is_late
            else _("Your answer is asked by %(day)s.")
        )
        return words % {"day": date_format(version.answer_by)}

    return Reminder(
        members=secretariat,
        kind="minutes_due",
        key=f"minutes-{minutes.pk}-version-{version.number}-{'late' if is_late else 'due'}",
        subject=lambda: _("Minutes wait for your answer: %(meeting)s") % {"meeting": minutes.meeting.title},
        body=body,
        address=address_of(minutes),
        reason=as_concerned,
    )
