import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError
from django.urls import reverse
from django.utils.translation import override

from committee.forewords.actions import add_foreword_document, delete_foreword, edit_foreword, write_foreword
from committee.forewords.report_section import messages
from committee.members.models import Role
from committee.models import Foreword
from committee.printing.content import Paragraph, Picture, Scope
from tests.factories.city import beijing, seoul
from tests.factories.foreword import ForewordFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.printed import picture_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory()


def scope_of(meeting) -> Scope:
    return Scope(meeting.pk, None, meeting.starts_on, "en", (beijing().pk, seoul().pk))


def test_a_secretariat_enters_the_message_of_its_own_city(secretary, meeting):
    foreword = write_foreword(by=secretary, meeting=meeting, name_en="Kim", text_en="Welcome.")

    assert (foreword.city, foreword.meeting) == (seoul(), meeting)


def test_a_city_has_one_message_in_one_report(secretary, meeting):
    ForewordFactory(meeting=meeting)

    with pytest.raises(ValidationError, match="Your city has a message in this report already"):
        write_foreword(by=secretary, meeting=meeting, name_en="Kim", text_en="Again.")


@pytest.mark.parametrize("missing", ["name_en", "text_en"])
def test_a_message_says_something_and_who_says_it(missing):
    with pytest.raises(IntegrityError):
        ForewordFactory(**{missing: ""})


def test_the_other_citys_secretariat_changes_nothing_in_it():
    theirs, foreword = member_with(Role.SECRETARIAT, beijing()), ForewordFactory()

    for act in (edit_foreword, delete_foreword):
        with pytest.raises(PermissionDenied):
            act(by=theirs, foreword=foreword)


def test_the_report_begins_with_the_messages_in_the_order_of_protocol(meeting):
    ForewordFactory(meeting=meeting)
    ForewordFactory(meeting=meeting, city=beijing(), name_en="Wang Wei", text_en="Welcome.")
    ForewordFactory()

    said = messages(scope_of(meeting))

    assert [(page.key, page.heading, page.place) for page in said] == [
        ("beijing", "Message of Beijing", "front"),
        ("seoul", "Message of Seoul", "front"),
    ]


@pytest.mark.parametrize(
    ("language", "introduced"),
    [
        ("en", ["Kim Minjun", "Mayor of Seoul"]),
        ("ko", ["김민준", "서울특별시장"]),
        ("zh-hans", ["首尔市市长", "金敏俊"]),
    ],
)
def test_who_speaks_is_introduced_as_the_language_orders_it(meeting, language, introduced):
    ForewordFactory(
        meeting=meeting,
        name_ko="김민준",
        title_ko="서울특별시장",
        name_zh_hans="金敏俊",
        title_zh_hans="首尔市市长",
    )

    with override(language):
        (page,) = messages(scope_of(meeting))

    assert [block.text for block in page.blocks[1:]] == introduced


def test_a_photograph_attached_to_a_message_is_printed_above_it(secretary, meeting):
    foreword = ForewordFactory(meeting=meeting)
    picture = ContentFile(picture_file().read(), name="mayor.jpg")
    add_foreword_document(
        by=secretary, foreword=foreword, title_en="The mayor", language="zxx", upload=picture
    )

    (page,) = messages(scope_of(meeting))

    assert [type(block) for block in page.blocks] == [Picture, Paragraph, Paragraph, Paragraph]
    assert page.blocks[0].caption == "The mayor"


def test_a_report_without_messages_begins_with_its_summary(meeting):
    assert messages(scope_of(meeting)) == ()


def test_who_has_written_a_message_is_led_to_it(signed_in, secretary, meeting):
    foreword = ForewordFactory(meeting=meeting)

    answer = signed_in(secretary).get(reverse("foreword_new", args=[meeting.pk]))

    assert answer.url == reverse("foreword_edit", args=[foreword.pk])


def test_a_message_is_entered_on_its_page(signed_in, secretary, meeting):
    form = {"name_en": "Kim Minjun", "title_en": "Mayor of Seoul", "text_en": "Welcome."}

    signed_in(secretary).post(reverse("foreword_new", args=[meeting.pk]), form)

    assert Foreword.objects.get().text_en == "Welcome."


@pytest.mark.parametrize("number", [1, 2])
def test_the_page_takes_the_same_queries_for_any_number_of_messages(
    signed_in, secretary, meeting, number, django_assert_num_queries
):
    for city in (seoul(), beijing())[:number]:
        ForewordFactory(meeting=meeting, city=city)
    reader = signed_in(secretary)
    reader.get(reverse("forewords", args=[meeting.pk]))

    with django_assert_num_queries(6):
        reader.get(reverse("forewords", args=[meeting.pk]))
