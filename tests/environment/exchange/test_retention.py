import datetime
from pathlib import Path

import pytest
from django.utils import timezone

from environment.exchange.receipts import receipt_of
from environment.exchange.retention import drop_old_bodies
from environment.models import Delivery, Handover
from tests.environment.exchange.pushing import delivered, document, post, value
from tests.factories.machine_account import machine_account

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.now() + datetime.timedelta(days=days)


def test_a_body_goes_after_a_year_and_the_receipt_stays():
    delivery = delivered(machine_account().token, value(23), value(-1, hour="2026-03-01T12:00:00+09:00"))
    handover = Handover.objects.get()
    body, receipt = Path(handover.content.path), receipt_of(Delivery.objects.get())

    counts = [drop_old_bodies(in_days(days)) for days in (364, 366, 367)]

    handover.refresh_from_db()
    assert (counts, body.exists(), handover.content.name) == ([0, 1, 0], False, "")
    assert receipt_of(Delivery.objects.get(pk=delivery.pk)) == receipt


def test_the_same_push_is_still_known_when_its_body_is_gone():
    token = machine_account().token
    first = delivered(token, value(23), key="one")
    drop_old_bodies(in_days(366))

    again = post(token, document(value(23)), "one")

    assert (again.json()["delivery"], again["Idempotent-Replayed"]) == (first.pk, "true")


def test_what_waits_or_was_handed_over_by_hand_keeps_its_body():
    token = machine_account().token
    post(token, document(value(23)), "one")
    upload = delivered(token, value(24), key="two")
    Delivery.objects.filter(pk=upload.pk).update(way=Delivery.Way.UPLOAD)
    Delivery.objects.exclude(pk=upload.pk).update(state=Delivery.State.WAITING)

    assert drop_old_bodies(in_days(4000)) == 0


def test_a_body_that_is_gone_already_does_no_harm():
    delivered(machine_account().token, value(23))
    Path(Handover.objects.get().content.path).unlink()

    assert drop_old_bodies(in_days(366)) == 1
