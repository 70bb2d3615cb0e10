from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from committee.minutes_prints import build, retention


@shared_task(name="committee.minutes_prints.build_print")
def build_print(*, print_id: int) -> None:
    build.build(print_id)


@shared_task(name="committee.minutes_prints.take_up_silent_builds")
def take_up_silent_builds() -> None:
    for print_id in build.take_up_silent(timezone.now()):
        build_print.delay(print_id=print_id)


@shared_task(name="committee.minutes_prints.drop_superseded")
def drop_superseded() -> None:
    retention.drop_superseded(timezone.now())


@worker_ready.connect
def take_up_at_start(**_signal: object) -> None:
    """A worker that starts looks for what the one before it left; `REPORT_SILENCE_SECONDS` still hold."""
    take_up_silent_builds.delay()
