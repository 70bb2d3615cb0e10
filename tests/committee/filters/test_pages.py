import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from committee.members.models import Role
from committee.models import ListFilter
from tests.factories.checklist import ChecklistStepFactory
from tests.factories.list_filter import ListFilterFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(db):
    return member_with(Role.OBSERVER)


@pytest.fixture
def reader(member, signed_in):
    return signed_in(member)


def address(**asked):
    return reverse("filters", args=["meeting_list"], query=asked)


def test_a_list_that_was_narrowed_down_is_remembered_in_words(reader, member):
    reader.get(reverse("meeting_list"), {"state": "held", "q": "시청", "page": "2"})

    kept = ListFilter.objects.get()

    assert (kept.member, kept.page, kept.query) == (member, "meeting_list", "q=%EC%8B%9C%EC%B2%AD&state=held")
    assert str(kept) == "Search: 시청 · State: held"


def test_a_recent_filter_reads_in_the_language_of_its_reader(reader):
    reader.get("/ko/meetings/", {"state": "held"})

    said = {}
    for language in ("ko", "zh-hans", "en"):
        with translation.override(language):
            said[language] = str(ListFilter.objects.get())
    assert said == {"ko": "상태: 개최", "zh-hans": "状态: 已召开", "en": "State: held"}


@pytest.mark.parametrize("asked", [{}, {"page": "2"}, {"state": ""}, {"state": "nowhere"}])
def test_a_list_as_it_is_or_a_filter_that_is_none_is_not_remembered(reader, asked):
    reader.get(reverse("meeting_list"), asked)

    assert ListFilter.objects.count() == 0


def test_a_search_is_remembered(reader):
    reader.get(reverse("search"), {"q": "热线"})

    assert (ListFilter.objects.get().page, str(ListFilter.objects.get())) == ("search", "Search for: 热线")


def test_a_filter_is_saved_and_leads_back_to_its_list(reader):
    answer = reader.post(address(state="held"), {"name": "Held <b>"})

    assert answer.headers["Location"] == f"{reverse('meeting_list')}?state=held"
    page = reader.get(address()).content.decode()
    assert '<a href="/en/meetings/?state=held">Held &lt;b&gt;</a>' in page


@pytest.mark.parametrize("name", ["", "x" * 101, "Taken"])
def test_a_name_that_cannot_be_is_said_at_the_field(reader, member, name):
    ListFilterFactory(member=member, name="Taken", query="state=planned")

    answer = reader.post(address(state="held"), {"name": name})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["name"])


@pytest.mark.parametrize("name", settings.FURTHER_LISTS)
def test_the_saved_filters_of_a_list_that_is_called_otherwise_are_where_its_page_says(name, signed_in):
    client = signed_in(member_with(Role.LIAISON))

    page = client.get(reverse(name)).content.decode()

    assert f'hx-get="{reverse("filters", args=[name])}"' in page
    assert client.get(reverse("filters", args=[name])).status_code == 200


def test_the_list_of_one_record_keeps_no_filters(reader):
    step = ChecklistStepFactory()

    page = reader.get(reverse("checklist", args=[step.meeting_id]), {"q": "초청장"}).content.decode()

    assert ("/en/filters/" in page, ListFilter.objects.count()) == (False, 0)


@pytest.mark.parametrize("name", ["nothing_list", "home", "member", "project_air_list"])
def test_there_are_filters_of_lists_only(reader, name):
    assert reader.get(reverse("filters", args=[name])).status_code == 404


def test_another_members_filters_are_not_shown(reader):
    ListFilterFactory(name="Somebody's")

    assert "Somebody" not in reader.get(address()).content.decode()


def test_htmx_gets_the_filters_alone(reader):
    answer = reader.get(address(state="held"), headers={"HX-Request": "true"}).content.decode()

    assert ("<html" in answer, "Save this filter" in answer) == (False, True)


def test_a_filter_is_removed_by_its_button_alone(reader, member):
    kept = ListFilterFactory(member=member)
    forget = reverse("filter_forget", args=[kept.pk])

    reader.get(forget)
    before = ListFilter.objects.count()
    reader.post(forget)

    assert (before, ListFilter.objects.count()) == (1, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_the_same_queries_however_many_are_kept(
    reader, member, number, django_assert_num_queries
):
    for place in range(number):
        ListFilterFactory(member=member, name=f"Filter {place}", query=f"q={place}")
    reader.get(address())

    with django_assert_num_queries(5):
        reader.get(address())
