from celery import shared_task
from django.utils import timezone

from committee.archive import actions


@shared_task(name="committee.archive.forget_old_deletions")
def forget_old_deletions() -> None:
    actions.forget_old_deletions(timezone.now())
