import datetime

import pytest
from django.urls import reverse

from committee.agreements.actions import edit_article
from committee.members.models import Role
from committee.models import TranslationRequest
from tests.factories.agreement import AgreementFactory, SignatureFactory
from tests.factories.article import ArticleFactory
from tests.factories.city import beijing, seoul
from tests.factories.decision import DecisionFactory
from tests.factories.foreword import ForewordFactory
from tests.factories.meeting import SubcommitteeMeetingFactory
from tests.factories.member import member_with
from tests.factories.translation import TranslationRequestFactory, translate, translated_request
from tests.factories.update import UpdateFactory, submitted_update

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for _ in range(rows):
        TranslationRequestFactory()
    reader.get(reverse("translation_list"))

    with django_assert_num_queries(8):
        page = reader.get(reverse("translation_list"))

    assert len(page.context["rows"]) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_records_of_every_kind_are_named_in_one_query_a_kind(reader, rows, django_assert_num_queries):
    for _ in range(rows):
        meeting = SubcommitteeMeetingFactory(summary_ko="회의")
        TranslationRequestFactory(record=meeting, name="summary")
        TranslationRequestFactory(record=DecisionFactory(meeting=meeting), name="text")
        TranslationRequestFactory(record=SignatureFactory(), name="signatory")
        TranslationRequestFactory(record=ForewordFactory(), name="text")
        TranslationRequestFactory(record=submitted_update(), name="narrative")
    reader.get(reverse("translation_list"))

    with django_assert_num_queries(12):
        reader.get(reverse("translation_list"))


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("", ["en", "ko"]),
        ("state=translated", ["ko"]),
        ("to_language=en", ["en"]),
        ("overdue=true", ["en"]),
        ("overdue=false", ["ko"]),
        ("waiting=true", ["en", "ko"]),
        ("city=beijing", []),
    ],
)
def test_the_list_finds(writer, filters, found):
    TranslationRequestFactory(due_on=datetime.date(2018, 3, 19))
    translated_request(
        record=ArticleFactory(heading_ko="", heading_en="Hotline"),
        from_language="en",
        to_language="ko",
        due_on=datetime.date(2999, 3, 19),
    )

    page = writer.get(f"{reverse('translation_list')}?{filters.replace('beijing', str(beijing().pk))}")

    assert [each.to_language for each in page.context["rows"]] == found


def test_the_list_can_be_taken_away_as_a_file(writer):
    TranslationRequestFactory(record=ArticleFactory(number=1))

    answer = writer.get(f"{reverse('translation_list')}?format=csv").content.decode("utf-8-sig")

    row = answer.splitlines()[1].split(",")
    assert row[1:6] == ["Seoul", "1 핫라인", "heading", "Korean", "English"]


def test_what_is_asked_of_a_draft_of_the_other_city_is_not_listed(signed_in):
    TranslationRequestFactory(record=UpdateFactory(), name="narrative", from_language="en", to_language="ko")
    visitor = signed_in(member_with(Role.SECRETARIAT, beijing()))

    assert list(visitor.get(reverse("translation_list")).context["rows"]) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_texts_of_a_record_and_its_parts_stand_on_one_page(writer, rows, django_assert_num_queries):
    agreement = AgreementFactory(title_ko="양해각서")
    for _ in range(rows):
        edit_article(
            by=member_with(Role.SECRETARIAT), article=ArticleFactory(agreement=agreement), text_ko="다시"
        )
    address = reverse("translations_of", args=["agreement", agreement.pk])
    writer.get(address)

    with django_assert_num_queries(8):
        page = writer.get(address)

    assert len(page.context["texts"]) == 1 + 2 * rows
    assert page.content.decode().count("state-text-outdated") == rows


def test_all_that_is_wanting_is_asked_for_in_one_go(writer):
    article = ArticleFactory()
    address = reverse("translation_ask", args=["agreement", article.agreement.pk])
    form = writer.get(address).context["form"]

    answer = writer.post(
        address, {"texts": form["texts"].value(), "due_on": form["due_on"].value(), "remark": ""}
    )

    assert (answer.status_code, answer.url) == (302, article.agreement.get_absolute_url())
    asked = TranslationRequest.objects.order_by("pk").values_list("name", "from_language", "to_language")
    assert list(asked) == [
        ("title", "en", "ko"),
        ("title", "en", "zh_hans"),
        ("heading", "ko", "en"),
        ("text", "ko", "en"),
    ]


def test_what_is_said_to_hold_is_outdated_no_more(writer, secretary):
    article = edit_article(by=secretary, article=ArticleFactory(), text_ko="다시")

    address = reverse("translation_holds", args=["article", article.pk, "text", "zh_hans"])
    first, again = writer.post(address, follow=True), writer.post(address, follow=True)

    texts = [[str(message) for message in page.context["messages"]] for page in (first, again)]
    assert texts == [["Saved."], ["This text is not outdated any more."]]


def test_a_translation_goes_from_hand_to_hand(writer, signed_in):
    asked = TranslationRequestFactory()
    address = reverse("translation_edit", args=[asked.pk])
    form = writer.get(address).context["form"]

    writer.post(address, {"text": "Hotline", "seen": form["seen"].value(), "seen_version": 1})
    other = signed_in(member_with(Role.SECRETARIAT, beijing()))
    page = other.get(asked.get_absolute_url())
    other.post(reverse("translation_check", args=[asked.pk]), {"seen": page.context["seen"]})

    asked.refresh_from_db()
    asked.record.refresh_from_db()
    assert (asked.state, asked.record.heading_en) == ("checked", "Hotline")


def test_a_text_changed_while_somebody_translates_is_shown_and_a_second_save_decides(writer, secretary):
    asked = TranslationRequestFactory()
    address = reverse("translation_edit", args=[asked.pk])
    seen = writer.get(address).context["form"]["seen"].value()
    edit_article(by=secretary, article=asked.record, heading_ko="직통전화")

    refused = writer.post(address, {"text": "Hotline", "seen": seen, "seen_version": 1})
    form = refused.context["form"]
    again = writer.post(address, {"text": "Hotline", "seen": form["seen"].value(), "seen_version": 1})

    assert (refused.status_code, again.status_code) == (422, 302)
    assert "직통전화" in refused.content.decode()


def test_what_was_overtaken_cannot_be_checked_and_says_so(signed_in, secretary):
    asked = translated_request()
    edit_article(by=secretary, article=asked.record, heading_ko="직통전화")
    checker = signed_in(secretary)

    page = checker.get(asked.get_absolute_url())
    answer = checker.post(reverse("translation_check", args=[asked.pk]), {"seen": page.context["seen"]})

    assert answer.status_code == 422
    assert reverse("translation_check", args=[asked.pk]) not in page.content.decode()


def test_a_translation_is_escaped_on_its_page(writer):
    asked = translate(TranslationRequestFactory(), "<script>alert(1)</script>")

    assert "<script>alert" not in writer.get(asked.get_absolute_url()).content.decode()


def test_the_first_page_of_a_secretariat_shows_what_waits(writer, secretary):
    TranslationRequestFactory()
    translate(TranslationRequestFactory(), by=secretary)
    TranslationRequestFactory(city=beijing(), asked_by=member_with(Role.SECRETARIAT, seoul()))

    waiting = writer.get(reverse("translations_waiting")).context["waiting"]

    assert [each.state for each in waiting] == ["asked"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_api_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for _ in range(rows):
        TranslationRequestFactory()
    reader.get("/api/v1/translations/")

    with django_assert_num_queries(6):
        answer = reader.get("/api/v1/translations/").json()

    assert [(each["kind"], each["source_now"]) for each in answer["results"]] == [
        ("article", "핫라인")
    ] * rows
