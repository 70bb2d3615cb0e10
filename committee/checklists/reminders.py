"""Reminds of steps towards a meeting shortly before they are due and once they are late, see REMINDERS."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.checklists.models import ChecklistStep
from committee.cities.models import City
from committee.members.models import Member, Role
from committee.reminders.reminding import Reminder
from committee.workdays.days import common_working_days_after
from committee.workdays.due import latest_overdue

# Reminded of this many common working days before the day it is due.
DAYS_BEFORE = 3


def due_steps(now: datetime.datetime) -> Iterator[Reminder]:
    for city in City.objects.all():
        today = now.astimezone(city.zone).date()
        soon = common_working_days_after(today, DAYS_BEFORE)
        steps = ChecklistStep.objects.open().filter(city=city, due_on__lte=soon)
        holders: dict[str, list[Member]] = {}
        for step in steps.select_related("meeting__subcommittee"):
            if step.role not in holders:
                holders[step.role] = list(Member.objects.holding(Role(step.role), today).filter(city=city))
            yield _reminder(step, holders[step.role], today)


def _reminder(step: ChecklistStep, members: list[Member], today: datetime.date) -> Reminder:
    assert step.due_on is not None, "only steps with a day are asked for"
    is_late = step.due_on <= latest_overdue(today)
    return Reminder(
        members=members,
        kind="checklist",
        key=f"step-{step.pk}-{'late' if is_late else 'due'}-{step.due_on}",
        subject=lambda: (
            (_("Step late: %(step)s") if is_late else _("Step due soon: %(step)s")) % {"step": step}
        ),
        body=lambda: (
            _("It is due on %(day)s, towards: %(meeting)s.") % {"day": step.due_on, "meeting": step.meeting}
        ),
        address=f"meetings/{step.meeting_id}/checklist/",
        reason=_as_preparing,
    )


def _as_preparing(member: Member) -> str:
    return _("You are told this because you hold a post of %(city)s that prepares the meeting.") % {
        "city": member.city
    }
