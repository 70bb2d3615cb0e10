"""Reminds a city's liaison officers of what they have not acknowledged, once a step."""

import datetime

from django.conf import settings
from django.db import transaction

from environment.threads.models import Acknowledgement, Reminder
from environment.threads.telling import officers_of, tell_again

# In multiples of ALERT_REMINDER_HOURS: early, before the working day ends, and the day after. Who has not
# answered by then is not moved by more mail; the page and the desk go on saying that it waits.
STEPS = (1, 4, 12)


def remind_of_waiting(*, now: datetime.datetime) -> list[Reminder]:
    """Remind each city, in each thread, of the oldest unacknowledged message that has steps left.

    Safe with several schedulers: a reminder is a row that exists once, and whoever makes it tells.
    """
    first_due = now - datetime.timedelta(hours=settings.ALERT_REMINDER_HOURS)
    due = Acknowledgement.objects.waiting().filter(message__sent_at__lte=first_due)
    waiting = due.order_by("message", "pk").select_related("message__thread", "city")
    oldest: dict[tuple[int, int], Acknowledgement] = {}
    for asked in waiting.prefetch_related("reminders"):
        if asked.last_step < len(STEPS):
            oldest.setdefault((asked.message.thread_id, asked.city_id), asked)
    reminders = [_remind(asked, now) for asked in oldest.values()]
    return [reminder for reminder in reminders if reminder]


def step_due(sent_at: datetime.datetime, now: datetime.datetime) -> int:
    """Return the number of the last step that is due; steps slept through are not made up for."""
    hours = (now - sent_at) / datetime.timedelta(hours=settings.ALERT_REMINDER_HOURS)
    return sum(hours >= step for step in STEPS)


@transaction.atomic
def _remind(asked: Acknowledgement, now: datetime.datetime) -> Reminder | None:
    step = step_due(asked.message.sent_at, now)
    # While a city has nobody in the post, the reminder waits for who takes it.
    if step <= asked.last_step or not (officers := officers_of(asked.city)):
        return None
    reminder, is_new = Reminder.objects.get_or_create(acknowledgement=asked, step=step, defaults={"at": now})
    if not is_new:
        return None
    tell_again(reminder, officers)
    return reminder
