from celery import shared_task
from django.utils import timezone

from environment.threads.reminding import remind_of_waiting


@shared_task(name="environment.threads.remind")
def remind() -> None:
    remind_of_waiting(now=timezone.now())
