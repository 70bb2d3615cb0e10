from celery import shared_task
from celery.signals import worker_ready

from committee.search import indexing


@shared_task(name="committee.search.bring_up_to_date")
def bring_up_to_date() -> None:
    indexing.bring_up_to_date()


@worker_ready.connect
def look_at_start(**_signal: object) -> None:
    """A worker that starts looks at what the one before it left."""
    bring_up_to_date.delay()
