"""What is decided about rejected readings later is added to the receipt; what was signed stays."""

import pytest
from django.test import Client
from django.utils import timezone
from standardwebhooks import Webhook

from committee.members.models import Role
from environment.exchange.sending import due, send
from environment.models import RejectedReading
from environment.quarantine.actions import discard, release
from tests.environment.exchange.pushing import delivered, value
from tests.environment.exchange.recipient import recipient
from tests.factories.city import seoul
from tests.factories.machine_account import machine_account
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings):
    settings.WEBHOOKS_MAY_BE_LOCAL = True
    with recipient() as started:
        yield started


@pytest.fixture
def sender(server):
    return machine_account(webhook_url=server.url)


@pytest.fixture
def officer():
    return member_with(Role.LIAISON, seoul())


def receipt_now(delivery, sender):
    address = f"/api/v1/air/deliveries/{delivery.pk}/receipt/"
    return Client().get(address, headers={"Authorization": f"Bearer {sender.token}"}).json()


def test_what_is_decided_later_is_added_and_the_signed_receipt_stays(server, sender, officer):
    delivery = delivered(
        sender.token,
        value(23),
        value(-1, hour="2026-03-01T12:00:00+09:00"),
        value(99_999, hour="2026-03-01T13:00:00+09:00"),
        value("?", hour="2026-03-01T14:00:00+09:00"),
    )
    for message_id in due(timezone.now()):
        send(message_id, timezone.now())
    readings = RejectedReading.objects.all()

    release(by=officer, city=seoul(), readings=readings.filter(value=99_999), note="Fireworks.")
    discard(by=officer, city=seoul(), readings=readings.filter(value=-1), note="Calibration.")

    receipt = receipt_now(delivery, sender)
    decided = receipt.pop("afterwards")
    ((_path, headers, body),) = server.received
    signed = Webhook(sender.webhook_secret).verify(body, headers)["data"]
    before = signed.pop("afterwards")
    assert decided.pop("latest_decision_at") is not None
    assert decided == {"waiting": 1, "released": 1, "discarded": 1, "accepted": 2}
    assert before["waiting"] == 3
    assert receipt == signed


def test_a_reading_received_again_shares_the_fate_of_the_first(sender, officer):
    bad = value(99_999, hour="2026-03-01T13:00:00+09:00")
    delivered(sender.token, value(23), bad, key="one")
    again = delivered(sender.token, bad, key="two")

    release(
        by=officer,
        city=seoul(),
        readings=RejectedReading.objects.first_seen(),
        note="Fireworks.",
    )

    afterwards = receipt_now(again, sender)["afterwards"]
    assert (afterwards["released"], afterwards["waiting"], afterwards["accepted"]) == (1, 0, 1)


def test_the_page_tells_what_was_decided(sender, officer, signed_in):
    delivery = delivered(sender.token, value(23), value(-1, hour="2026-03-01T12:00:00+09:00"))
    visitor = signed_in(officer)
    address = f"/en/air/deliveries/{delivery.pk}/"
    before = visitor.get(address).content.decode()

    discard(by=officer, city=seoul(), readings=RejectedReading.objects.all(), note="Calibration.")

    assert "1 reading waits for a decision" in before
    assert "discarded afterwards" in visitor.get(address).content.decode()
