import datetime
from functools import partial

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone

from committee.delegation_books.actions import request_book
from committee.delegation_books.build import build, take_up_silent
from committee.members.models import Role
from committee.models import DelegationBook
from tests.factories.book import BookFactory, ReadyBookFactory
from tests.factories.city import beijing, seoul
from tests.factories.delegation import announced
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
State = DelegationBook.State
LONG_AGO = datetime.timedelta(hours=1)
LONG_NAME = "전국도시간국제교류협력증진및대기환경개선공동추진위원회" * 3


def test_a_queued_book_becomes_a_tagged_pdf_in_its_language():
    delegation = announced(seoul())
    delegation.delegates.update(organisation_ko=LONG_NAME, name_ko=LONG_NAME)
    book = BookFactory(delegation=delegation, language="ko")

    build(book.pk)

    book.refresh_from_db()
    assert (book.state, book.steps_done, book.failure) == (State.READY, book.steps_total, "")
    with book.pdf.open() as file, pikepdf.open(file) as pdf:
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("ko", True)


def test_a_message_that_comes_twice_builds_once():
    book = ReadyBookFactory()

    build(book.pk)

    assert DelegationBook.objects.get().finished_at == book.finished_at


def test_a_task_is_queued_once_the_act_is_saved(secretary, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as queued:
        book = request_book(by=secretary, delegation=announced(seoul()), language="ko")

    builds = [call.keywords for call in queued if isinstance(call, partial)]
    assert builds == [{"book_id": book.pk}]


def test_asking_twice_gives_the_book_under_way(secretary):
    delegation = announced(seoul())
    first = request_book(by=secretary, delegation=delegation, language="ko")

    assert request_book(by=secretary, delegation=delegation, language="ko") == first


def test_a_silent_book_is_taken_up():
    book = BookFactory(state=State.BUILDING, seen_alive_at=timezone.now() - LONG_AGO)

    assert take_up_silent(timezone.now()) == [book.pk]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_books(
    secretary, signed_in, rows, django_assert_num_queries
):
    delegation = announced(seoul())
    for _ in range(rows):
        ReadyBookFactory(delegation=delegation)
    reader, address = signed_in(secretary), reverse("delegation_books", args=[delegation.pk])
    reader.get(address)

    with django_assert_num_queries(6):
        page = reader.get(address)

    assert len(page.context["books"]) == rows


def test_htmx_gets_the_books_alone_until_all_are_built(secretary, signed_in):
    book = BookFactory(delegation=announced(seoul()))
    reader, address = signed_in(secretary), reverse("delegation_books", args=[book.delegation_id])

    part = reader.get(address, headers={"HX-Request": "true"}).content
    DelegationBook.objects.update(state=State.FAILED, failure="It broke.")
    done = reader.get(address, headers={"HX-Request": "true"}).content

    assert [b"<!doctype html>" in part, b'hx-trigger="every 1s"' in part] == [False, True]
    assert [b"It broke." in done, b'hx-trigger="every 1s"' in done] == [True, False]


def test_the_file_is_named_in_the_language_of_the_book(signed_in):
    book = ReadyBookFactory(delegation=announced(seoul(), meeting__ordinal=4), language="zh-hans")

    answer = signed_in(member_with(Role.OBSERVER)).get(reverse("delegation_book_download", args=[book.pk]))

    assert "filename*=utf-8''" in answer["Content-Disposition"]
    assert book.file_name == "代表团手册：首尔出席第4次全体会议代表团.pdf"


def test_the_api_shows_the_own_citys_books_only(signed_in):
    ReadyBookFactory(delegation=announced(beijing()))
    own = ReadyBookFactory(delegation=announced(seoul()))

    found = signed_in(member_with(Role.OBSERVER)).get(reverse("api-delegation-book-list")).json()["results"]

    assert [book["id"] for book in found] == [own.pk]
