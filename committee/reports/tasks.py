from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from committee.reports import build


@shared_task(name="committee.reports.build_edition")
def build_edition(*, edition_id: int) -> None:
    build.build(edition_id)


@shared_task(name="committee.reports.take_up_silent_builds")
def take_up_silent_builds() -> None:
    for edition_id in build.take_up_silent(timezone.now()):
        build_edition.delay(edition_id=edition_id)


@worker_ready.connect
def take_up_at_start(**_signal: object) -> None:
    """A worker that starts looks for what the one before it left; `REPORT_SILENCE_SECONDS` still hold."""
    take_up_silent_builds.delay()
