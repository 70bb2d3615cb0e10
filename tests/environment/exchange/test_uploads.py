"""Files that liaison officers hand over, and the page of a delivery on its way."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from committee.members.models import Role
from environment.exchange import uploading
from environment.exchange.taking_in import take_in_until
from environment.models import Delivery, Handover, Measurement
from tests.environment.exchange.pushing import delivered, document, post, value
from tests.factories.air_files import city_site, hourly_row, seoul_hourly
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


def zip_of(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


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


def test_the_format_is_told_by_the_content_unless_it_is_named(visitor, content):
    hand_over(visitor, content, name="attachment.dat", source="auto")

    delivery = Delivery.objects.get()
    list(take_in_until(delivery.pk))
    delivery.refresh_from_db()
    assert (delivery.source, delivery.new, delivery.name) == ("seoul-hourly", 6, "attachment.dat")


def test_a_zip_of_one_format_is_one_delivery_as_it_came(visitor, content):
    mailed = zip_of({"서울/2020.01.csv": content, "서울/2020.02.csv": content.replace(b"202001", b"202002")})
    hand_over(visitor, mailed, name="서울.zip", source="auto")

    handover = Handover.objects.select_related("delivery").get()
    list(take_in_until(handover.pk))
    delivery = Delivery.objects.get()
    assert (delivery.source, delivery.name, delivery.files, delivery.new) == (
        "seoul-hourly",
        "서울.zip",
        2,
        12,
    )
    assert Path(handover.content.path).read_bytes() == mailed


def test_a_zip_of_several_formats_is_a_delivery_for_each_file(visitor, content, tmp_path):
    other = city_site(tmp_path / "b.csv", "20160501,1,PM2.5,41,43").read_bytes()
    answer = hand_over(visitor, zip_of({"s.csv": content, "b/b.csv": other}), name="both.zip", source="auto")

    list(take_in_until(Delivery.objects.filter(city__code="seoul").get().pk))
    list(take_in_until(Delivery.objects.filter(city__code="beijing").get().pk))
    assert answer["Location"] == "/en/air/deliveries/"
    assert list(Delivery.objects.order_by("name").values_list("name", "source", "new", "rejected")) == [
        ("b.csv", "beijing-city-site", 2, {}),
        ("s.csv", "seoul-hourly", 6, {}),
    ]


def test_nothing_is_kept_of_a_zip_of_several_formats_with_a_file_that_is_of_none(visitor, content, tmp_path):
    other = city_site(tmp_path / "b.csv", "20160501,1,PM2.5,41,43").read_bytes()
    mailed = zip_of({"s.csv": content, "b.csv": other, "notes.txt": b"see you on Monday"})

    answer = hand_over(visitor, mailed, name="both.zip", source="auto")

    assert (answer.status_code, Delivery.objects.count()) == (422, 0)
    assert answer.context["form"].errors["source"] == [
        "Nothing was kept, because it does not tell its format (notes.txt: the heading is not known). "
        "Choose the format yourself."
    ]


def test_a_zip_of_several_formats_with_very_many_files_is_refused(visitor, content, tmp_path, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_FILES_APART", 1)
    other = city_site(tmp_path / "b.csv", "20160501,1,PM2.5,41,43").read_bytes()

    answer = hand_over(visitor, zip_of({"s.csv": content, "b.csv": other}), name="both.zip", source="auto")

    assert (answer.status_code, Delivery.objects.count(), list(answer.context["form"].errors)) == (
        422,
        0,
        ["file"],
    )


def test_a_file_of_no_known_format_is_refused_with_its_reason(visitor):
    answer = hand_over(visitor, b"<html>Not Found</html>", name="a.csv", source="auto")

    assert (answer.status_code, Delivery.objects.count()) == (422, 0)
    assert "a.csv: a web page instead of a table" in answer.context["form"].errors["source"][0]


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
