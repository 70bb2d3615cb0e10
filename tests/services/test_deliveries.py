"""Pushed deliveries taken in by a real worker process, over a queue of files and over a real Redis."""

import datetime
import json

import pytest
from django.utils import timezone
from standardwebhooks import Webhook

from environment.models import (
    DailyRollup,
    Delivery,
    Handover,
    Measurement,
    ReceiptAttempt,
    ReceiptMessage,
    Revision,
)
from tests.environment.exchange.pushing import document, post, value
from tests.environment.exchange.recipient import recipient
from tests.factories.machine_account import machine_account
from tests.services.conftest import eventually

pytestmark = pytest.mark.services

STATIONS = ["111121", "111123", "111131", "111141", "111142"]
HOURS = 4000


@pytest.fixture(autouse=True)
def one_state_folder(tmp_path, settings):
    """What this process keeps the worker finds in its own state folder."""
    settings.MEDIA_ROOT = tmp_path / "files"


def many_values():
    """Enough for the work to take a while."""
    start = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
    hours = [(start + datetime.timedelta(hours=number)).isoformat() for number in range(HOURS)]
    return [
        value(number % 97, station=station, hour=hour)
        for station in STATIONS
        for number, hour in enumerate(hours)
    ]


def queue_message(run, delivery_id):
    words = ["--app", "committee.config.celery:app", "--quiet", "call"]
    kwargs = json.dumps({"delivery_id": delivery_id})
    run("celery", *words, "environment.exchange.take_in_delivery", "--kwargs", kwargs)


def is_taken_in(delivery_id):
    return Delivery.objects.get(pk=delivery_id).state == "taken_in"


def is_silent(delivery_id, seconds):
    seen = Handover.objects.get(pk=delivery_id).seen_alive_at
    return timezone.now() - seen > datetime.timedelta(seconds=seconds)


def test_a_delivery_whose_worker_was_killed_is_whole_and_there_once(run, worker):
    delivery_id = post(machine_account().token, document(*many_values())).json()["delivery"]
    queue_message(run, delivery_id)

    with worker(DELIVERY_SILENCE_SECONDS="1") as kill:
        eventually(lambda: Handover.objects.get(pk=delivery_id).attempts > 0, "work under way")
        kill()
        left_behind = Delivery.objects.get(pk=delivery_id).state, Measurement.objects.count()
    eventually(lambda: is_silent(delivery_id, seconds=1), "silence")
    with worker(DELIVERY_SILENCE_SECONDS="1"):
        eventually(lambda: is_taken_in(delivery_id), "the delivery")

    delivery = Delivery.objects.get(pk=delivery_id)
    assert left_behind == ("waiting", 0)
    assert (delivery.new, delivery.unchanged, delivery.corrected) == (HOURS * 5, 0, 0)
    assert (Measurement.objects.count(), Revision.objects.count()) == (HOURS * 5, 0)
    assert sum(DailyRollup.objects.values_list("n", flat=True)) == HOURS * 5


def test_a_receipt_that_was_refused_arrives_after_a_restart(run, worker, settings):
    settings.WEBHOOKS_MAY_BE_LOCAL = True
    with recipient(500, 204) as server:
        sender = machine_account(webhook_url=server.url)
        queue_message(run, post(sender.token, document(value(23))).json()["delivery"])

        with worker(WEBHOOKS_MAY_BE_LOCAL="1") as kill:
            eventually(lambda: ReceiptAttempt.objects.count() == 1, "an attempt")
            kill()
        ReceiptMessage.objects.update(next_attempt_at=timezone.now())
        with worker(WEBHOOKS_MAY_BE_LOCAL="1"):
            eventually(lambda: ReceiptMessage.objects.get().state == "delivered", "the receipt")

    first, second = server.received
    assert list(ReceiptAttempt.objects.values_list("status", flat=True)) == [500, 204]
    assert first[1]["webhook-id"] == second[1]["webhook-id"]
    assert Webhook(sender.webhook_secret).verify(second[2], second[1])["data"]["accepted"] == 1
