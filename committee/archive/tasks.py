from celery import shared_task
from django.utils import timezone

from committee.archive import actions
from committee.history import sent_forms


@shared_task(name="committee.archive.forget_old_deletions")
def forget_old_deletions() -> None:
    actions.forget_old_deletions(timezone.now())


@shared_task(name="committee.archive.forget_sent_forms")
def forget_sent_forms() -> None:
    sent_forms.forget_sent_forms(timezone.now())
