from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from committee.notices import digests, mailing


@shared_task(name="committee.notices.send_mail")
def send_mail(*, notice_id: int) -> None:
    mailing.send(notice_id, timezone.now)


@shared_task(name="committee.notices.send_due_mail")
def send_due_mail() -> None:
    for notice_id in mailing.due(timezone.now()):
        mailing.send(notice_id, timezone.now)


@shared_task(name="committee.notices.send_digests")
def send_digests() -> None:
    digests.gather(timezone.now())
    for digest_id in mailing.due_digests(timezone.now()):
        mailing.send_digest(digest_id, timezone.now)


@worker_ready.connect
def send_at_start(**_signal: object) -> None:
    """A worker that starts sends what the one before it left."""
    send_due_mail.delay()
