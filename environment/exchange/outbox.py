"""Receipts on their way: written with the delivery's own state, so that neither is without the other."""

import json
import uuid

from django.utils import timezone

from environment.exchange.models import Handover, ReceiptMessage
from environment.exchange.receipts import receipt_of

KIND = "air.delivery.receipt"


def put_in_outbox(handover: Handover) -> int | None:
    """Keep the receipt that is to be sent; return its id, None where the sender named no address."""
    account = handover.account
    if account is None or not account.webhook_url or account.revoked_at:
        return None
    now = timezone.now()
    payload = {"type": KIND, "timestamp": now.isoformat(), "data": receipt_of(handover.delivery)}
    message = ReceiptMessage.objects.create(
        delivery=handover.delivery,
        account=account,
        message_id=f"msg_{uuid.uuid4().hex}",
        payload=json.dumps(payload, ensure_ascii=False),
        created_at=now,
        next_attempt_at=now,
    )
    return message.pk
