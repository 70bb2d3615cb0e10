"""Sends receipts to the addresses that cities named, signed as Standard Webhooks says.

An attempt is claimed by moving the next one to after its own end, so a worker that is killed while it
sends leaves a message that is due again; recipients tell repetitions by the `webhook-id`.
"""

import datetime
import time
from typing import NamedTuple

import certifi
import urllib3
from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.utils.translation import gettext as _
from standardwebhooks import Webhook

from committee.history.actions import keep_changes
from environment.exchange.addresses import NotAllowed, Target, target_of
from environment.exchange.models import MachineAccount, ReceiptAttempt, ReceiptMessage

# What the specification recommends: at once, then ever more seldom, for about three days.
WAITS = [
    datetime.timedelta(seconds=5),
    datetime.timedelta(minutes=5),
    datetime.timedelta(minutes=30),
    *(datetime.timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
]
CLAIM = datetime.timedelta(minutes=5)
TIMEOUT = urllib3.Timeout(connect=5.0, read=15.0)
GONE = 410
State = ReceiptMessage.State


class Answer(NamedTuple):
    """What came of an attempt: the status of the answer, or none and why."""

    status: int | None
    outcome: str

    @property
    def is_delivered(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


def due(now: datetime.datetime) -> list[int]:
    return list(ReceiptMessage.objects.due(now).order_by("next_attempt_at").values_list("pk", flat=True))


def send(message_id: int, now: datetime.datetime) -> None:
    """Attempt to hand one receipt over, unless it is not due or another worker does."""
    claimed = ReceiptMessage.objects.due(now).filter(pk=message_id).update(next_attempt_at=now + CLAIM)
    if not claimed:
        return
    message = ReceiptMessage.objects.select_related("account__keys").get(pk=message_id)
    url = message.account.webhook_url
    started = time.monotonic()
    answer = (
        _post(url, message, now) if url and not message.account.revoked_at else Answer(None, "no-address")
    )
    _record(message, url, answer, now, time.monotonic() - started)


def signed_headers(message: ReceiptMessage, now: datetime.datetime) -> dict[str, str]:
    """Return the headers by which the recipient knows who sent a payload, and when."""
    utc = now.astimezone(datetime.UTC)
    signatures = [
        Webhook(secret).sign(message.message_id, utc, message.payload)
        for secret in message.account.keys.signing_secrets(now)
    ]
    return {
        "webhook-id": message.message_id,
        "webhook-timestamp": str(int(utc.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _post(url: str, message: ReceiptMessage, now: datetime.datetime) -> Answer:
    try:
        target = target_of(url)
        status = _status(target, message.payload.encode(), signed_headers(message, now))
    except NotAllowed as refusal:
        return Answer(None, str(refusal))
    except SoftTimeLimitExceeded:
        return Answer(None, "too-slow")
    except urllib3.exceptions.SSLError:
        return Answer(None, "certificate-not-trusted")
    except (urllib3.exceptions.HTTPError, OSError, UnicodeError):
        return Answer(None, "no-answer")
    return Answer(status, "delivered" if 200 <= status < 300 else "refused")


def _status(target: Target, body: bytes, headers: dict[str, str]) -> int:
    """Post to the very address that was checked, under the name that was asked for; follow nothing."""
    headers = {**headers, "Host": target.host_header, "Content-Type": "application/json; charset=utf-8"}
    with _pool(target) as pool:
        answer = pool.urlopen(
            "POST",
            target.path,
            body=body,
            headers=headers,
            retries=False,
            redirect=False,
            preload_content=False,
        )
        # What the recipient writes is of no interest, however much it is.
        answer.close()
        return answer.status


def _pool(target: Target) -> urllib3.HTTPConnectionPool:
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(target.ip, target.port, timeout=TIMEOUT)
    return urllib3.HTTPSConnectionPool(
        target.ip,
        target.port,
        timeout=TIMEOUT,
        cert_reqs="CERT_REQUIRED",
        ca_certs=certifi.where(),
        server_hostname=target.host,
        assert_hostname=target.host,
    )


@transaction.atomic
def _record(
    message: ReceiptMessage, url: str, answer: Answer, now: datetime.datetime, seconds: float
) -> None:
    ReceiptAttempt.objects.create(
        message=message,
        at=now,
        url=url,
        status=answer.status,
        outcome=answer.outcome,
        seconds=round(seconds, 3),
    )
    message.state, message.next_attempt_at = _what_follows(message, answer, now)
    message.save(update_fields=["state", "next_attempt_at"])
    if answer.status == GONE:
        _ask_no_more(message.account)


def _ask_no_more(account: MachineAccount) -> None:
    """The recipient wants no receipts any more: forget the address and stop what is on its way."""
    comment = _("The recipient answered 410: receipts are sent there no longer.")
    keep_changes(by=None, record=account, changes={"webhook_url": ""}, comment=comment)
    account.receipt_messages.filter(state=State.PENDING).update(state=State.STOPPED, next_attempt_at=None)


def _what_follows(
    message: ReceiptMessage, answer: Answer, now: datetime.datetime
) -> tuple[str, datetime.datetime | None]:
    if answer.is_delivered:
        return State.DELIVERED, None
    if answer.status == GONE:
        return State.STOPPED, None
    attempts = message.attempts.count()
    if attempts > len(WAITS) or answer.outcome == "no-address":
        return State.GIVEN_UP, None
    return State.PENDING, now + WAITS[attempts - 1]
