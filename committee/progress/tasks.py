from celery import shared_task
from django.utils import timezone

from committee.progress import silence


@shared_task(name="committee.progress.note_silence")
def note_silence() -> None:
    silence.note_silence(timezone.now())
