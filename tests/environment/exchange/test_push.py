import gzip
import json
from pathlib import Path

import pytest
from django.test import Client

from environment.exchange import api
from environment.models import (
    CityDailyRollup,
    DailyRollup,
    Delivery,
    Handover,
    MachineKeys,
    Measurement,
    Revision,
)
from tests.environment.exchange.pushing import (
    ADDRESS,
    UNITS,
    delivered,
    document,
    post,
    taken_in,
    value,
)
from tests.factories.city import beijing
from tests.factories.machine_account import machine_account

pytestmark = pytest.mark.django_db


@pytest.fixture
def token():
    return machine_account().token


def test_a_push_is_kept_before_it_is_answered(token):
    answer = post(token, document(value(23)))

    handover = Handover.objects.select_related("delivery").get()
    receipt = f"http://127.0.0.1:8000/api/v1/air/deliveries/{handover.pk}/receipt/"
    assert (answer.status_code, answer["Location"]) == (202, receipt)
    assert answer.json() == {"delivery": handover.pk, "state": "waiting", "receipt": receipt}
    assert json.loads(Path(handover.content.path).read_bytes()) == document(value(23))
    assert (handover.delivery.way, handover.delivery.state) == ("push", "waiting")


def test_its_values_are_stored_and_rolled_up(token):
    delivery = delivered(token, value(23), value(40, pollutant="pm10"), value(None, pollutant="o3"))

    assert (delivery.state, delivery.source, delivery.rows) == ("taken_in", "seoul-push", 3)
    assert (delivery.new, delivery.missing, delivery.rejected) == (2, 1, {})
    assert Measurement.objects.get(series__pollutant="pm25").value == 23.0
    assert DailyRollup.objects.count() == 2
    assert CityDailyRollup.objects.get(pollutant="pm10").total == 40.0


def test_the_hour_is_named_by_its_end_in_any_zone(token):
    hours = ["2026-03-01T10:00:00+09:00", "2026-03-01T02:00Z", "2026-03-01T24:00:00+09:00"]

    delivered(token, *[value(place, hour=hour) for place, hour in enumerate(hours)])

    found = list(Measurement.objects.order_by("hour").values_list("hour", "value"))
    first = found[0][0]
    assert [(hour - first, number) for hour, number in found] == [(0, 0.0), (1, 1.0), (14, 2.0)]


def test_the_same_push_twice_changes_nothing(token):
    first = post(token, document(value(23)))
    again = post(token, document(value(23)))
    taken_in(first)
    late = post(token, document(value(23)))
    taken_in(late)

    assert (again.json(), again["Location"]) == (first.json(), first["Location"])
    assert late["Idempotent-Replayed"] == "true"
    assert (Delivery.objects.count(), Measurement.objects.count(), Revision.objects.count()) == (1, 1, 0)


def test_the_same_push_is_known_however_packed(token):
    first = post(token, document(value(23)))

    again = post(token, document(value(23)), packed=True)

    assert again.json() == first.json()


def test_the_same_key_with_another_body_is_refused_with_words(token):
    post(token, document(value(23)))

    refused = post(token, document(value(24)))

    assert refused.status_code == 422
    assert refused.json()["detail"].startswith("This Idempotency-Key was used for a delivery with another")
    assert Delivery.objects.count() == 1


def test_two_cities_may_use_one_key(token):
    other = machine_account(beijing()).token
    post(token, document(value(23)))

    answer = post(other, document(value(50, station="dongsi")))

    assert (answer.status_code, Delivery.objects.count()) == (202, 2)


def test_a_packed_body_is_taken(token):
    assert taken_in(post(token, document(value(23)), packed=True)).new == 1


def test_a_packed_body_that_swells_is_refused_before_it_is_unpacked(token, monkeypatch):
    monkeypatch.setattr(api, "LARGEST_UNPACKED", 1000)

    answer = post(token, b" " * 1_000_000, packed=True)

    assert (answer.status_code, Delivery.objects.count()) == (413, 0)


def test_a_body_larger_than_a_push_may_be_is_refused(token, monkeypatch):
    monkeypatch.setattr(api, "LARGEST_SENT", 100)

    assert post(token, document(value(23), value(24))).status_code == 413


def test_more_values_than_a_push_may_hold_are_refused_with_words(token):
    body = json.dumps(document(value(23))).replace('"values": [', '"values": [' + "0," * 100_000)

    answer = post(token, body.encode())

    assert answer.status_code == 413
    assert answer.json()["detail"].startswith("A delivery has at most 100,000 values.")
    assert Delivery.objects.count() == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"23",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"values": 1' + b"0" * 5000 + b"}",
        json.dumps(document()).encode(),
        json.dumps({"values": [value(23)]}).encode(),
        json.dumps(document(value(23), status="final")).encode(),
        json.dumps({"units": UNITS, "values": {"a": 1}}).encode(),
    ],
)
def test_what_is_no_delivery_leaves_nothing_behind(token, body):
    answer = post(token, body)

    assert (answer.status_code, Delivery.objects.count()) == (400, 0)


@pytest.mark.parametrize("body", [b"no gzip", gzip.compress(b"{}" * 1000, mtime=0)[:-20]])
def test_a_body_wrongly_said_to_be_packed_is_refused(token, body):
    assert post(token, body, **{"Content-Encoding": "gzip"}).status_code == 400


def test_other_packings_and_other_types_are_refused(token):
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "one"}

    packed = post(token, document(value(23)), **{"Content-Encoding": "br"})
    csv = Client().post(ADDRESS, b"a,b", content_type="text/csv", headers=headers)

    assert (packed.status_code, csv.status_code) == (415, 415)


@pytest.mark.parametrize("key", ["", " ", "k" * 256, "a\x07b"])
def test_a_push_has_a_key(token, key):
    answer = post(token, document(value(23)), key)

    assert (answer.status_code, list(answer.json())) == (400, ["Idempotency-Key"])


def test_a_city_delivers_for_itself_alone(token):
    delivery = delivered(token, value(23, station="dongsi"), value(24))

    assert (delivery.rejected, delivery.new, delivery.city.code) == (
        {"station-not-of-the-city": 1},
        1,
        "seoul",
    )


def test_a_later_push_corrects_and_keeps_what_was(token):
    delivered(token, value(23), key="one")

    delivery = delivered(token, value(25), key="two")

    assert (delivery.new, delivery.corrected, Revision.objects.get().old_value) == (0, 1, 23.0)
    assert Measurement.objects.get().value == 25.0


def test_of_two_pushes_the_one_received_later_counts_whichever_is_taken_up_first(token):
    first = post(token, document(value(23)), "first")
    second = post(token, document(value(25)), "second")

    taken_in(second)
    taken_in(first)

    assert Measurement.objects.get().value == 25.0
    assert list(Delivery.objects.order_by("pk").values_list("new", "corrected")) == [(1, 0), (0, 1)]


def test_values_that_are_years_late_count_and_are_said_to_be_late(token):
    delivered(token, value(23))

    delivery = delivered(token, value(20, hour="2015-03-01T10:00:00+09:00"), key="two")

    assert delivery.new == 1
    assert delivery.most_hours_late > 11 * 365 * 24
    assert DailyRollup.objects.count() == 2


def test_provisional_and_confirmed_values_are_both_kept(token):
    delivered(token, value(23), key="one")

    delivery = delivered(token, value(21), key="two", status="confirmed")

    assert (delivery.source, delivery.new, delivery.corrected) == ("seoul-push-confirmed", 1, 0)
    assert sorted(Measurement.objects.values_list("series__source", "value")) == [
        ("seoul-push", 23.0),
        ("seoul-push-confirmed", 21.0),
    ]


def test_a_push_is_noted_at_the_account(token):
    post(token, document(value(23)))

    assert MachineKeys.objects.get().last_used_at is not None


def test_too_many_pushes_within_a_minute_are_put_off(token, settings):
    settings.PUSHES_A_MINUTE = 2
    first, second = post(token, document(value(23)), "1"), post(token, document(value(23)), "2")

    third = post(token, document(value(23)), "3")

    assert (first.status_code, second.status_code, third.status_code) == (202, 202, 429)
    assert "Retry-After" in third.headers


def test_a_push_asks_a_constant_number_of_questions(token, django_assert_num_queries):
    post(token, document(value(23)), "first")
    three = [value(23, hour=f"2026-03-01T{hour:02}:00+09:00") for hour in range(3)]

    with django_assert_num_queries(9):
        post(token, document(value(23)), "one")
    with django_assert_num_queries(9):
        post(token, document(*three), "three")
