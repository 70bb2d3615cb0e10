"""Receipts: what they say, how they are signed, and how they reach the sender."""

import datetime
import json

import pytest
from django.test import Client
from django.utils import timezone
from standardwebhooks import Webhook

from committee.models import Member
from environment.exchange.actions import revoke_machine_account, rotate_webhook_secret
from environment.exchange.sending import WAITS, due, send
from environment.models import MachineAccount, ReceiptAttempt, ReceiptMessage
from tests.environment.exchange.pushing import delivered, value
from tests.environment.exchange.recipient import recipient
from tests.factories.city import beijing
from tests.factories.machine_account import machine_account

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def local_recipients(settings):
    settings.WEBHOOKS_MAY_BE_LOCAL = True


@pytest.fixture
def server():
    with recipient() as started:
        yield started


@pytest.fixture
def sender(server):
    return machine_account(webhook_url=server.url)


def send_all(now=None):
    now = now or timezone.now()
    for message_id in due(now):
        send(message_id, now)


def receipt_at_the_api(delivery, token):
    address = f"/api/v1/air/deliveries/{delivery.pk}/receipt/"
    return Client().get(address, headers={"Authorization": f"Bearer {token}"})


def message() -> ReceiptMessage:
    return ReceiptMessage.objects.get()


def test_a_receipt_says_what_became_of_the_delivery():
    token = machine_account().token
    delivered(token, value(23), key="one")

    delivery = delivered(
        token,
        value(23),
        value(24, hour="2026-03-01T11:00:00+09:00"),
        value(-1, hour="2026-03-01T12:00:00+09:00"),
        value(None, hour="2026-03-01T13:00:00+09:00"),
        key="two",
    )

    receipt = receipt_at_the_api(delivery, token).json()
    late = delivery.received_at - datetime.datetime.fromisoformat("2026-03-01T11:00:00+09:00")
    hours = round(late.total_seconds() / 3600, 2)
    assert receipt.pop("finished_at") > receipt.pop("received_at")
    assert receipt == {
        "delivery": delivery.pk,
        "receipt": f"http://127.0.0.1:8000/api/v1/air/deliveries/{delivery.pk}/receipt/",
        "city": "seoul",
        "way": "push",
        "state": "taken_in",
        "source": "seoul-push",
        "name": "two",
        "checksum": f"sha256:{delivery.handover.content_sha256}",
        "period": {"first_hour": "2026-03-01T10:00:00+09:00", "last_hour": "2026-03-01T11:00:00+09:00"},
        "accepted": 2,
        "new": 1,
        "unchanged": 1,
        "corrected": 0,
        "missing": 1,
        "rejected": 1,
        "rejected_by_reason": {"negative": 1},
        "rejected_first": [
            {
                "line": 3,
                "reason": "negative",
                "reading": "111123 pm25 -1",
                "raw": json.dumps(value(-1, hour="2026-03-01T12:00:00+09:00")),
            }
        ],
        "clock": {"result": "not-checked", "reason": "no-known-series"},
        "hours_late": {"median": hours, "most": hours},
        "afterwards": {
            "waiting": 1,
            "released": 0,
            "discarded": 0,
            "accepted": 2,
            "latest_decision_at": None,
        },
        "failure": "",
    }


def test_a_machine_sees_the_receipts_of_its_own_city_alone():
    delivery = delivered(machine_account().token, value(23))

    assert receipt_at_the_api(delivery, machine_account(beijing()).token).status_code == 404


def test_a_receipt_arrives_as_the_recipients_own_library_verifies_it(server, sender):
    delivery = delivered(sender.token, value(23))

    send_all()

    ((path, headers, body),) = server.received
    verified = Webhook(sender.webhook_secret).verify(body, headers)
    assert path == "/receipts?of=air"
    assert verified["type"] == "air.delivery.receipt"
    assert verified["data"] == receipt_at_the_api(delivery, sender.token).json()
    assert message().state == "delivered"


def test_for_a_day_after_a_change_both_secrets_verify(server, sender):
    delivered(sender.token, value(23))
    new = rotate_webhook_secret(by=Member.objects.get(), account=sender.account)

    send_all()

    ((_path, headers, body),) = server.received
    assert Webhook(new).verify(body, headers) == Webhook(sender.webhook_secret).verify(body, headers)


def test_a_day_later_the_old_secret_signs_no_more(sender):
    rotate_webhook_secret(by=Member.objects.get(), account=sender.account)

    keys = MachineAccount.objects.get().keys
    later = timezone.now() + datetime.timedelta(hours=25)
    assert (len(keys.signing_secrets(timezone.now())), len(keys.signing_secrets(later))) == (2, 1)


def test_a_receipt_that_is_refused_comes_again_later_under_the_same_id(server, sender):
    server.statuses = [500, 503, 200]
    delivered(sender.token, value(23))
    now = timezone.now()

    send_all(now)
    waits_after_one = message().next_attempt_at - now
    send_all(now)  # not due yet
    send_all(now + WAITS[0])
    send_all(now + WAITS[0] + WAITS[1])

    assert waits_after_one == WAITS[0]
    assert len({headers["webhook-id"] for _path, headers, _body in server.received}) == 1
    assert len({headers["webhook-timestamp"] for _path, headers, _body in server.received}) == 3
    assert list(ReceiptAttempt.objects.values_list("status", "outcome")) == [
        (500, "refused"),
        (503, "refused"),
        (200, "delivered"),
    ]
    assert message().state == "delivered"


def test_after_three_days_it_is_given_up(server, sender):
    server.statuses = [500]
    delivered(sender.token, value(23))
    now = timezone.now()

    for _attempt in range(len(WAITS) + 1):
        send_all(now)
        now = message().next_attempt_at or now

    assert (message().state, ReceiptAttempt.objects.count()) == ("given_up", len(WAITS) + 1)
    assert due(now + datetime.timedelta(days=30)) == []


def test_a_recipient_that_wants_no_more_is_asked_no_more(server, sender):
    server.statuses = [410]
    delivered(sender.token, value(23), key="one")
    delivered(sender.token, value(24), key="two")

    send_all()
    delivered(sender.token, value(25), key="three")

    assert len(server.received) == 1
    assert set(ReceiptMessage.objects.values_list("state", flat=True)) == {"stopped"}
    assert (ReceiptMessage.objects.count(), MachineAccount.objects.get().webhook_url) == (2, "")


def test_no_redirect_is_followed(server, sender):
    server.statuses = [307]
    delivered(sender.token, value(23))

    send_all()

    assert [path for path, _headers, _body in server.received] == ["/receipts?of=air"]
    assert message().state == "pending"


def test_where_nobody_listens_that_is_what_the_log_says(sender):
    delivered(sender.token, value(23))
    MachineAccount.objects.update(webhook_url="http://127.0.0.1:1/")

    send_all()

    attempt = ReceiptAttempt.objects.get()
    assert (attempt.status, attempt.outcome, message().state) == (None, "no-answer", "pending")


def test_an_address_inside_is_not_even_tried(settings, server, sender):
    delivered(sender.token, value(23))
    settings.WEBHOOKS_MAY_BE_LOCAL = False

    send_all()
    MachineAccount.objects.update(webhook_url=server.url.replace("http:", "https:"))
    send_all(message().next_attempt_at)

    assert server.received == []
    assert list(ReceiptAttempt.objects.values_list("outcome", flat=True)) == ["not-https", "inside-address"]


def test_an_attempt_that_was_cut_off_comes_again(sender, server):
    delivered(sender.token, value(23))
    now = timezone.now()
    # What a worker leaves that was killed after it had claimed the message.
    ReceiptMessage.objects.update(next_attempt_at=now + datetime.timedelta(minutes=5))

    send_all(now)
    send_all(now + datetime.timedelta(minutes=5))

    assert len(server.received) == 1


def test_a_receipt_is_sent_once_however_many_workers_are_told_to(sender, server):
    delivered(sender.token, value(23))
    now = timezone.now()

    send(message().pk, now)
    send(message().pk, now)

    assert len(server.received) == 1


def test_without_an_address_nothing_is_sent():
    delivered(machine_account().token, value(23))

    assert ReceiptMessage.objects.count() == 0


def test_a_revoked_account_is_sent_nothing_more(sender, server):
    delivered(sender.token, value(23))
    revoke_machine_account(by=Member.objects.get(), account=sender.account)

    send_all()

    assert (server.received, message().state) == ([], "given_up")
