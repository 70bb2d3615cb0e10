from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from environment.exchange import retention, sending, taking_in

# An address that drips its answer byte by byte must not hold a worker.
SECONDS_TO_SEND = 60


@shared_task(name="environment.exchange.take_in_delivery")
def take_in_delivery(*, delivery_id: int) -> None:
    for message_id in taking_in.take_in_until(delivery_id):
        send_receipt.delay(message_id=message_id)


@shared_task(
    name="environment.exchange.send_receipt", soft_time_limit=SECONDS_TO_SEND, time_limit=2 * SECONDS_TO_SEND
)
def send_receipt(*, message_id: int) -> None:
    sending.send(message_id, timezone.now())


@shared_task(name="environment.exchange.take_up_silent")
def take_up_silent() -> None:
    now = timezone.now()
    for delivery_id in taking_in.take_up_silent(now):
        take_in_delivery.delay(delivery_id=delivery_id)
    for message_id in sending.due(now):
        send_receipt.delay(message_id=message_id)


@shared_task(name="environment.exchange.drop_old_bodies")
def drop_old_bodies() -> None:
    retention.drop_old_bodies(timezone.now())


@worker_ready.connect
def take_up_at_start(**_signal: object) -> None:
    """A worker that starts looks for what the one before it left; `DELIVERY_SILENCE_SECONDS` still hold."""
    take_up_silent.delay()
