from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from committee.delegation_books import build


@shared_task(name="committee.delegation_books.build_book")
def build_book(*, book_id: int) -> None:
    build.build(book_id)


@shared_task(name="committee.delegation_books.take_up_silent_builds")
def take_up_silent_builds() -> None:
    for book_id in build.take_up_silent(timezone.now()):
        build_book.delay(book_id=book_id)


@worker_ready.connect
def take_up_at_start(**_signal: object) -> None:
    """A worker that starts looks for what the one before it left; `REPORT_SILENCE_SECONDS` still hold."""
    take_up_silent_builds.delay()
