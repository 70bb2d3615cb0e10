import pytest
from django.http import QueryDict
from django.template import Context, Template
from django.urls import reverse

from committee.meetings.forms import MeetingFilter
from committee.members.models import Role
from committee.pages import lists
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


def test_a_long_list_is_shown_page_by_page(reader):
    MeetingFactory.create_batch(lists.ROWS_A_PAGE + 1)

    second = reader.get(reverse("meeting_list"), {"page": 2})

    assert (len(second.context["rows"]), second.context["rows"].paginator.count) == (1, lists.ROWS_A_PAGE + 1)


@pytest.mark.parametrize("page", ["0", "99", "two"])
def test_a_page_that_is_not_there_shows_one_that_is(reader, page):
    MeetingFactory()

    assert reader.get(reverse("meeting_list"), {"page": page}).status_code == 200


def test_the_links_between_pages_keep_the_filters(reader):
    parameters = QueryDict("q=시청&page=1")

    link = Template("{% query parameters page=2 %}").render(Context({"parameters": parameters}))

    assert link == "q=%EC%8B%9C%EC%B2%AD&amp;page=2"


def test_htmx_gets_the_rows_alone_and_caches_keep_them_apart(reader):
    answer = reader.get(reverse("meeting_list"), headers={"HX-Request": "true"})

    assert (b"<html" in answer.content, "HX-Request" in answer.headers["Vary"]) == (False, True)


def test_a_search_in_control_characters_finds_everything(reader):
    MeetingFactory()

    assert len(reader.get(reverse("meeting_list"), {"q": "\x00"}).context["rows"]) == 1


def test_rows_that_htmx_gets_bring_the_language_links_of_their_filters(reader):
    answer = reader.get("/en/meetings/?state=held", headers={"HX-Request": "true"})

    assert answer.content.decode().count('href="/ko/meetings/?state=held"') == 1


def test_the_whole_page_has_the_language_links_once(reader):
    answer = reader.get("/en/meetings/?state=held")

    assert answer.content.decode().count('id="languages"') == 1


def test_a_choice_in_a_filter_is_marked_and_its_label_escaped():
    SubcommitteeFactory(pk=7, name_en="Roads & rails")
    chosen = MeetingFilter({"subcommittee": "7"}).form["subcommittee"]

    assert '<option value="7" selected>Roads &amp; rails</option>' in str(chosen)


def test_the_records_of_a_page_stand_in_the_order_of_the_list(reader):
    meetings = MeetingFactory.create_batch(lists.ROWS_A_PAGE + 2)

    first = reader.get(reverse("meeting_list"))

    assert list(first.context["rows"]) == meetings[:1:-1]
