"""Deliveries whose hours go by another clock: held, accepted with a reason, or withdrawn."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils import timezone

from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import Notice
from environment.exchange.deciding import accept_clock, withdraw
from environment.exchange.rules import ClockDecidedBefore, NoReasonForClock
from environment.exchange.taking_in import take_in_until, take_up_silent
from environment.exchange.uploading import upload
from environment.models import ClockCheck, Delivery, Handover, Measurement, ReceiptMessage
from environment.sources.registry import SOURCES
from tests.environment.exchange.pushing import delivered, document, post, taken_in, value
from tests.environment.exchange.threads import Thread, only_with_row_locks
from tests.factories.air_hours import ENOUGH, FIRST, hours_of_seoul, walk
from tests.factories.city import beijing, seoul
from tests.factories.held_delivery import held_delivery
from tests.factories.machine_account import machine_account
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db

NOTE = "Read off at the station: its clock is right."


@pytest.fixture
def account():
    return machine_account(webhook_url="https://air.seoul.example/")


@pytest.fixture
def officer(account):
    return member_with(Role.LIAISON, seoul())


def values(late=0):
    ends = [FIRST + datetime.timedelta(hours=place + late) for place in range(ENOUGH)]
    return [value(number, hour=f"{end.isoformat()}+09:00") for end, number in zip(ends, walk(), strict=True)]


@pytest.fixture
def held(account, officer) -> Delivery:
    """A push that came after the same hours by the right clock."""
    delivered(account.token, *values(), key="known")
    ReceiptMessage.objects.all().delete()
    return delivered(account.token, *values(late=9), key="late")


def receipt(account, delivery):
    address = f"/api/v1/air/deliveries/{delivery.pk}/receipt/"
    return Client().get(address, headers={"Authorization": f"Bearer {account.token}"}).json()


def test_a_push_by_another_clock_is_held_and_nothing_of_it_counts(account, held):
    shown = receipt(account, held)

    assert (held.state, held.values, Measurement.objects.count()) == ("held", 0, ENOUGH)
    assert (shown["state"], shown["accepted"], shown["finished_at"]) == ("held", 0, None)
    assert (shown["clock"]["result"], shown["clock"]["hours_late"]) == ("differs", 9)
    assert ReceiptMessage.objects.count() == 0


def test_the_officers_of_the_city_are_told_once(officer, held):
    notices = Notice.objects.filter(member=officer)

    assert [notice.subject_en for notice in notices] == ["Held: late"]
    assert notices[0].body_en.startswith("The hours look 9 hours late against Jongno-gu")
    assert set(Notice.objects.values_list("member__city__code", flat=True)) == {"seoul"}


def test_the_same_push_again_is_answered_that_it_is_held(account, held):
    answer = post(account.token, document(*values(late=9)), "late")

    assert (answer.status_code, answer.json()["state"]) == (202, "held")


def test_what_is_accepted_is_taken_in_with_its_reason_and_sends_one_receipt(account, officer, held):
    accept_clock(by=officer, delivery=held, note=f" {NOTE} ")
    messages = list(take_in_until(held.pk))

    held.refresh_from_db()
    assert (held.state, held.values, held.new) == ("taken_in", ENOUGH, 9)
    assert len(messages) == ReceiptMessage.objects.count() == 1
    assert (held.clock_check.decision, held.clock_check.note) == ("accepted", NOTE)
    assert receipt(account, held)["clock"]["decision"] == "accepted"
    entry = HistoryEntry.objects.about(held.clock_check).get()
    assert (entry.by, entry.comment) == (officer, NOTE)


def test_what_is_withdrawn_counts_for_nothing_and_the_sender_is_told(account, officer, held):
    withdraw(by=officer, delivery=held, note=NOTE)

    held.refresh_from_db()
    shown = receipt(account, held)
    assert (held.state, Measurement.objects.count()) == ("withdrawn", ENOUGH)
    assert (shown["state"], shown["accepted"], shown["clock"]["decision"]) == ("withdrawn", 0, "withdrawn")
    assert '"state": "withdrawn"' in ReceiptMessage.objects.get().payload


def test_the_first_of_two_officers_decides(officer, held):
    withdraw(by=officer, delivery=held, note=NOTE)

    with pytest.raises(ClockDecidedBefore):
        accept_clock(by=officer, delivery=held, note=NOTE)

    assert ClockCheck.objects.get(delivery=held).decision == "withdrawn"


def test_a_decision_has_its_reason(officer, held):
    with pytest.raises(NoReasonForClock):
        accept_clock(by=officer, delivery=held, note="  ")


def test_what_is_held_does_not_stop_what_comes_later(account, held):
    later = delivered(account.token, value(31, hour="2020-02-01T10:00:00+09:00"), key="later")

    assert later.state == "taken_in"


def test_what_was_accepted_is_taken_up_when_its_worker_was_killed(officer, held):
    accept_clock(by=officer, delivery=held, note=NOTE)
    later = timezone.now() + datetime.timedelta(minutes=10)

    assert take_up_silent(later) == [held.pk]
    assert take_up_silent(later + datetime.timedelta(minutes=10)) == [held.pk]


def test_who_hands_a_file_of_the_other_city_over_may_withdraw_it(tmp_path):
    seoul_officer, other = member_with(Role.LIAISON, seoul()), member_with(Role.LIAISON, beijing())
    content = hours_of_seoul(tmp_path / "known.csv", walk()).read_bytes()
    late = hours_of_seoul(tmp_path / "late.csv", walk(), late=1).read_bytes()
    for name, bytes_handed in [("known.csv", content), ("late.csv", late)]:
        delivery = upload(
            by=other, file=SimpleUploadedFile(name, bytes_handed), source=SOURCES["seoul-hourly"]
        )
        list(take_in_until(delivery.pk))

    withdraw(by=other, delivery=delivery, note=NOTE)

    delivery.refresh_from_db()
    assert delivery.state == "withdrawn"
    assert set(Notice.objects.values_list("member", flat=True)) == {seoul_officer.pk, other.pk}


def test_a_push_of_an_hour_is_compared_with_nothing(account):
    delivered(account.token, *values(), key="known")

    delivery = taken_in(post(account.token, document(value(31, hour="2020-02-01T10:00:00+09:00")), "hour"))

    assert receipt(account, delivery)["clock"] == {"result": "not-checked", "reason": "no-known-series"}
    assert ClockCheck.objects.count() == 0


@pytest.fixture
def page(client):
    client.force_login(member_with(Role.LIAISON, seoul()))
    return f"/en/air/deliveries/{held_delivery().pk}/"


def test_the_page_says_what_is_in_doubt_and_asks_for_a_decision(client, page):
    content = client.get(page).content.decode()

    assert "The hours look 9 hours late against the mean of the city&#x27;s stations" in content
    assert 'name="act" value="accepted"' in content


def test_a_decision_on_the_page_leads_back_to_it(client, page):
    answer = client.post(f"{page}clock/", {"act": "withdrawn", "note": NOTE})

    after = client.get(page).content.decode()
    assert (answer.status_code, answer["Location"]) == (302, page)
    assert NOTE in after
    assert 'name="act"' not in after
    assert Handover.objects.get().finished_at is not None


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"act": "accepted", "note": " "}, "Say why: the reason stays with the delivery."),
        ({"act": "burnt", "note": NOTE}, "Choose whether to accept or to withdraw it."),
    ],
)
def test_a_decision_that_lacks_something_is_asked_for_again(client, page, form, sentence):
    answer = client.post(f"{page}clock/", form)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Delivery.objects.get().state == "held"


@pytest.mark.parametrize("state", ["accepted", "withdrawn"])
def test_a_decision_that_comes_second_is_told_so(client, page, state):
    client.post(f"{page}clock/", {"act": "withdrawn", "note": NOTE})

    answer = client.post(f"{page}clock/", {"act": state, "note": "Mine."})

    assert answer.status_code == 422
    assert "somebody decided meanwhile" in answer.content.decode()


@only_with_row_locks
@pytest.mark.django_db(transaction=True)
def test_who_waited_for_another_decision_learns_of_it(held, officer):
    refusals = []

    def withdraw_it():
        try:
            withdraw(by=officer, delivery=held, note=NOTE)
        except ClockDecidedBefore as refusal:
            refusals.append(refusal)

    later = Thread(withdraw_it)
    with transaction.atomic():
        accept_clock(by=officer, delivery=held, note=NOTE)
        later.start_and_wait_for_its_lock()
    later.join()

    held.refresh_from_db()
    assert (len(refusals), held.state, ClockCheck.objects.get(delivery=held).decision) == (
        1,
        "waiting",
        "accepted",
    )
