from celery import shared_task
from django.utils import timezone

from committee.imports import actions


@shared_task(name="committee.imports.drop_unused")
def drop_unused() -> None:
    actions.drop_unused(timezone.now())
