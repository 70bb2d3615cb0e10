from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from environment.effects import following, keeping


@shared_task(name="environment.effects.bring_up_to_date")
def bring_up_to_date() -> None:
    now = timezone.now()
    keeping.take_up_silent(now)
    following.bring_up_to_date(now)
    for link_id in following.due(now):
        compute_effect.delay(link_id=link_id)


@shared_task(name="environment.effects.compute")
def compute_effect(*, link_id: int) -> None:
    keeping.compute(link_id, timezone.now())


@worker_ready.connect
def take_up_at_start(**_signal: object) -> None:
    """A worker that starts looks for what the one before it left."""
    bring_up_to_date.delay()
