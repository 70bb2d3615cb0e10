from celery import shared_task
from django.utils import timezone

from committee.reminders import reminding


@shared_task(name="committee.reminders.remind_members")
def remind_members() -> None:
    reminding.remind(timezone.now())
