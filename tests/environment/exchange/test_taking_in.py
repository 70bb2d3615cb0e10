"""What becomes of deliveries whose worker breaks off, and of pushes that come at once."""

import datetime
import threading

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from environment.exchange.taking_in import MOST_ATTEMPTS, attempt_at, take_in_until, take_up_silent
from environment.models import Delivery, Handover, Measurement, ReceiptMessage
from tests.environment.exchange.pushing import document, post, value
from tests.environment.exchange.threads import Thread, only_with_row_locks
from tests.factories.machine_account import machine_account

LATER = datetime.timedelta(minutes=10)


@pytest.fixture
def token(db):
    return machine_account(webhook_url="https://air.seoul.example/").token


def pushed(token, key="one", number=23) -> int:
    return post(token, document(value(number)), key).json()["delivery"]


def test_a_silent_delivery_is_taken_up_and_one_that_shows_life_is_left_alone(token):
    silent, alive = pushed(token, "one"), pushed(token, "two")
    Handover.objects.filter(pk=alive).update(seen_alive_at=timezone.now() + LATER)

    assert take_up_silent(timezone.now() + LATER) == [silent]
    assert take_up_silent(timezone.now() + LATER) == []


def test_a_delivery_that_is_through_is_never_taken_up(token):
    list(take_in_until(pushed(token)))

    assert take_up_silent(timezone.now() + LATER) == []


def test_what_kills_every_worker_fails_and_lets_the_next_ones_through(token):
    killer, next_one = pushed(token, "one"), pushed(token, "two")
    Handover.objects.filter(pk=killer).update(attempts=MOST_ATTEMPTS)

    found = take_up_silent(timezone.now() + LATER)
    list(take_in_until(next_one))

    receipts = ReceiptMessage.objects.order_by("delivery").values_list("delivery", flat=True)
    assert found == [next_one]
    assert list(Delivery.objects.order_by("pk").values_list("state", flat=True)) == ["failed", "taken_in"]
    assert Handover.objects.get(pk=killer).failure == f"The work broke off {MOST_ATTEMPTS} times."
    assert list(receipts) == [killer, next_one]


def test_a_message_that_comes_twice_finds_the_work_done(token):
    delivery = pushed(token)
    list(take_in_until(delivery))

    assert list(take_in_until(delivery)) == []
    assert (Handover.objects.get().attempts, Measurement.objects.count()) == (1, 1)


@only_with_row_locks
@pytest.mark.django_db(transaction=True)
def test_a_worker_that_waited_for_another_one_finds_the_work_done_and_tries_nothing(token):
    delivery, found = pushed(token), []
    later = Thread(lambda: found.extend(take_in_until(delivery)))

    with transaction.atomic():
        list(take_in_until(delivery))
        later.start_and_wait_for_its_lock()
    later.join()

    assert (found, Handover.objects.get().attempts) == ([], 1)
    assert ReceiptMessage.objects.count() == 1


def test_a_database_out_of_reach_is_no_fault_of_the_delivery(token):
    handover = Handover.objects.get(pk=pushed(token))

    with pytest.raises(OperationalError), attempt_at(handover):
        raise OperationalError("the connection was lost")

    assert Delivery.objects.get().state == "waiting"


@pytest.mark.django_db(transaction=True)
def test_of_pushes_under_one_key_that_come_at_once_there_is_one():
    token = machine_account().token
    answers = []

    def push():
        try:
            answers.append(post(token, document(value(23))))
        finally:
            connection.close()

    threads = [threading.Thread(target=push) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [answer.status_code for answer in answers] == [202] * 4
    assert len({answer["Location"] for answer in answers}) == 1
    assert Delivery.objects.count() == 1
