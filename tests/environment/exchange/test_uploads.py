"""Files that liaison officers hand over, and the page of a delivery on its way."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from committee.members.models import Role
from environment.exchange.taking_in import take_in_until
from environment.models import Delivery, Handover, Measurement
from tests.environment.exchange.pushing import delivered, document, post, value
from tests.factories.air_files import hourly_row, seoul_hourly
from tests.factories.city import beijing, seoul
from tests.factories.machine_account import machine_account
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor(signed_in):
    beijing()
    return signed_in(member_with(Role.LIAISON, seoul()))


@pytest.fixture
def content(tmp_path):
    return seoul_hourly(tmp_path / "2020.01.csv", hourly_row("202001010100", pm25=31)).read_bytes()


def hand_over(visitor, content, name="2020.01.csv", source="seoul-hourly"):
    file = SimpleUploadedFile(name, content)
    return visitor.post("/en/air/deliveries/new/", {"file": file, "source": source})


def test_a_file_is_kept_and_taken_in_by_a_task(visitor, content):
    answer = hand_over(visitor, content)

    handover = Handover.objects.select_related("delivery").get()
    waiting = handover.delivery.state
    list(take_in_until(handover.pk))
    delivery = Delivery.objects.get()
    assert answer["Location"] == f"/en/air/deliveries/{handover.pk}/"
    assert Path(handover.content.path).read_bytes() == content
    assert (waiting, delivery.state, delivery.way, delivery.name) == (
        "waiting",
        "taken_in",
        "upload",
        "2020.01.csv",
    )
    assert (delivery.new, delivery.by.city.code) == (6, "seoul")


def test_a_file_that_is_none_of_its_source_is_named_with_its_reason(visitor):
    hand_over(visitor, b"<html>Not Found</html>")

    list(take_in_until(Delivery.objects.get().pk))

    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.rejected) == ("taken_in", {"web-page-instead-of-table": 1})


def test_without_a_file_the_form_comes_back(visitor):
    assert visitor.post("/en/air/deliveries/new/", {"source": "seoul-hourly"}).status_code == 422


def test_a_delivery_that_waits_says_how_many_are_before_it_and_looks_again_by_itself(visitor):
    token = machine_account().token
    post(token, document(value(23)), "one")
    delivery = post(token, document(value(24)), "two").json()["delivery"]

    page = visitor.get(f"/en/air/deliveries/{delivery}/")
    part = visitor.get(f"/en/air/deliveries/{delivery}/", headers={"HX-Request": "true"})

    assert page.context["ahead"] == 1
    assert 'hx-trigger="every 1s"' in part.content.decode()
    assert "<html" not in part.content.decode()


def test_a_delivery_that_is_taken_in_looks_no_more(visitor):
    delivery = delivered(machine_account().token, value(23), value(-1))

    page = visitor.get(f"/en/air/deliveries/{delivery.pk}/").content.decode()

    assert 'hx-trigger="every 1s"' not in page
    assert "below zero" in page


def test_what_breaks_the_work_fails_with_its_reason_and_the_next_one_is_taken_in(visitor, caplog):
    token = machine_account().token
    post(token, document(value(23)), "one")
    broken = Handover.objects.get()
    Path(broken.content.path).unlink()
    later = post(token, document(value(24)), "two").json()["delivery"]

    list(take_in_until(later))

    broken.refresh_from_db()
    states = list(Delivery.objects.order_by("pk").values_list("state", flat=True))
    assert (states, Measurement.objects.count()) == (["failed", "taken_in"], 1)
    assert broken.failure.startswith("FileNotFoundError: ")
    assert "Traceback" in caplog.text
