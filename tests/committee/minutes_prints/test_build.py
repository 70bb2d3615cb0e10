import datetime
from functools import partial

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from committee.minutes_prints.actions import request_print
from committee.minutes_prints.build import build, take_up_silent
from committee.models import MinutesPrint
from tests.factories.city import beijing
from tests.factories.minutes import circulated_minutes, secretary_of, written_minutes
from tests.factories.minutes_print import MinutesPrintFactory, ReadyMinutesPrintFactory

pytestmark = pytest.mark.django_db
State = MinutesPrint.State
LONG_AGO = datetime.timedelta(hours=1)


def test_a_queued_print_becomes_a_tagged_pdf_in_its_language(secretary):
    asked = request_print(by=secretary, minutes=written_minutes(), language="ko", beside="zh-hans")

    build(asked.pk)

    asked.refresh_from_db()
    assert (asked.state, asked.steps_done, asked.failure) == (State.READY, asked.steps_total, "")
    with asked.pdf.open() as file, pikepdf.open(file) as pdf:
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("ko", True)


def test_a_message_that_comes_twice_builds_once():
    ready = ReadyMinutesPrintFactory()

    build(ready.pk)

    assert MinutesPrint.objects.get().finished_at == ready.finished_at


def test_a_task_is_queued_once_the_act_is_saved(secretary, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as queued:
        asked = request_print(by=secretary, minutes=written_minutes(), language="ko")

    builds = [call.keywords for call in queued if isinstance(call, partial)]
    assert builds == [{"print_id": asked.pk}]


def test_what_has_not_changed_is_not_printed_again(secretary):
    minutes = written_minutes()
    first = request_print(by=secretary, minutes=minutes, language="ko")
    again = request_print(by=secretary, minutes=minutes, language="ko")
    minutes.sections.update(text_ko="핫라인을 둘 설치한다.")
    changed = request_print(by=secretary, minutes=minutes, language="ko")

    assert (again == first, changed == first) == (True, False)


def test_what_broke_is_printed_again(secretary):
    minutes = written_minutes()
    broken = request_print(by=secretary, minutes=minutes, language="ko")
    MinutesPrint.objects.update(state=State.FAILED, failure="It broke.")

    assert request_print(by=secretary, minutes=minutes, language="ko") != broken


def test_minutes_that_one_does_not_see_are_not_printed():
    with pytest.raises(PermissionDenied):
        request_print(by=secretary_of(beijing()), minutes=written_minutes(), language="ko")


def test_what_was_printed_before_the_minutes_circulated_stays_in_the_host_city(secretary):
    minutes = circulated_minutes()
    circulated_at = minutes.versions.get().circulated_at
    before = MinutesPrintFactory(minutes=minutes, requested_at=circulated_at - LONG_AGO)
    after = MinutesPrintFactory(minutes=minutes, requested_at=circulated_at)

    of_host = set(MinutesPrint.objects.visible_to(secretary))
    of_other = set(MinutesPrint.objects.visible_to(secretary_of(beijing())))

    assert (of_host, of_other) == ({before, after}, {after})


def test_a_silent_print_is_taken_up():
    silent = MinutesPrintFactory(state=State.BUILDING, seen_alive_at=timezone.now() - LONG_AGO)

    assert take_up_silent(timezone.now()) == [silent.pk]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_prints(
    secretary, signed_in, rows, django_assert_num_queries
):
    minutes = written_minutes()
    for _ in range(rows):
        ReadyMinutesPrintFactory(minutes=minutes)
    reader, address = signed_in(secretary), reverse("minutes_prints", args=[minutes.pk])
    reader.get(address)

    with django_assert_num_queries(5):
        page = reader.get(address)

    assert len(page.context["prints"]) == rows


def test_a_language_beside_itself_is_that_language_alone(secretary, signed_in):
    minutes = written_minutes()

    signed_in(secretary).post(
        reverse("minutes_prints", args=[minutes.pk]), {"language": "ko", "beside": "ko"}
    )

    assert MinutesPrint.objects.get().beside == ""


def test_htmx_gets_the_prints_alone_until_all_are_made(secretary, signed_in):
    waiting = MinutesPrintFactory(minutes=written_minutes())
    reader, address = signed_in(secretary), reverse("minutes_prints", args=[waiting.minutes_id])

    part = reader.get(address, headers={"HX-Request": "true"}).content
    MinutesPrint.objects.update(state=State.FAILED, failure="It broke.")
    done = reader.get(address, headers={"HX-Request": "true"}).content

    assert [b"<!doctype html>" in part, b'hx-trigger="every 1s"' in part] == [False, True]
    assert [b"It broke." in done, b'hx-trigger="every 1s"' in done] == [True, False]
