import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.search.following import note_changed
from committee.search.indexing import bring_up_to_date, build
from committee.search.views import HITS_A_PAGE
from tests.factories.city import beijing
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.update import UpdateFactory, submitted_update

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER, beijing()))


def page_of(reader, **asked):
    return reader.get(reverse("search"), asked)


def test_what_is_found_is_marked_and_whatever_is_written_stays_text(reader):
    ProjectFactory(title_ko="<script>환경</script> & 협력")
    build()

    page = page_of(reader, q="환경").content.decode()

    assert "&lt;script&gt;<mark>환경</mark>&lt;/script&gt; &amp; 협력" in page


def test_what_was_typed_stays_text_too(reader):
    page = page_of(reader, q='"><script>').content.decode()

    assert '"><script>' not in page
    assert "Nothing found." in page


@pytest.mark.parametrize("typed", ["", "%", "_", '"', "*"])
def test_without_words_the_page_says_how_to_search(reader, typed):
    ProjectFactory(title_en="100% _ done")
    build()

    answer = page_of(reader, q=typed)

    assert (answer.status_code, "Several words" in answer.content.decode()) == (200, True)
    assert answer.context["groups"] == []


@pytest.mark.parametrize(
    "asked", [{"q": "가" * 5000}, {"kind": "password"}, {"city": "x"}, {"since": "yesterday"}]
)
def test_what_cannot_be_asked_is_said_at_the_field(reader, asked):
    answer = page_of(reader, **asked)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(asked))


def test_one_kind_is_shown_page_by_page(reader):
    ProjectFactory.create_batch(HITS_A_PAGE + 1, title_en="Forum")
    build()

    second = page_of(reader, q="forum", kind="project", page=2)

    assert (len(second.context["hits"]), second.context["rows"].paginator.count) == (1, HITS_A_PAGE + 1)


def test_another_citys_draft_is_found_neither_by_page_nor_by_interface(reader):
    UpdateFactory(narrative_en="hidden")
    build()

    of_page = page_of(reader, q="hidden", kind="progressupdate").context["hits"]
    of_interface = reader.get(reverse("api-search-list"), {"q": "hidden"}).json()

    assert (of_page, of_interface["count"]) == ([], 0)


def test_the_interface_answers_in_the_readers_language(reader):
    project = ProjectFactory(title_ko="핫라인", title_zh_hans="热线", summary_zh_hans="空气")
    build()

    answer = reader.get(
        reverse("api-search-list"), {"q": "空气", "kind": "project"}, headers={"Accept-Language": "zh-hans"}
    )

    assert answer.json()["results"] == [
        {
            "kind": "project",
            "id": project.pk,
            "title": "热线",
            "excerpt": "空气",
            "state": None,
            "address": f"/zh-hans/projects/{project.pk}/",
        }
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_the_same_queries_however_much_is_found(reader, number, django_assert_num_queries):
    ProjectFactory.create_batch(number, title_en="Forum")
    build()
    page_of(reader, q="forum")

    with django_assert_num_queries(11):
        page_of(reader, q="forum")


def test_the_api_says_of_an_update_how_it_stands(reader):
    update = submitted_update(narrative_en="The hotline rang.")
    build()

    (hit,) = reader.get(reverse("api-search-list"), {"q": "rang"}).json()["results"]

    assert (hit["kind"], hit["state"]) == ("progressupdate", update.printable_state)


def test_what_has_no_state_has_none(reader):
    ProjectFactory(title_en="Hotline")
    build()

    (hit,) = reader.get(reverse("api-search-list"), {"q": "hotline"}).json()["results"]

    assert hit["state"] is None


def test_it_is_said_while_what_was_written_is_not_taken_up_yet(reader):
    note_changed(ProjectFactory(title_en="Fire brigades"))
    behind = page_of(reader, q="brigades")

    bring_up_to_date()

    taken_up = page_of(reader, q="brigades")
    assert (behind.context["is_behind"], taken_up.context["is_behind"]) == (True, False)
    assert ("still being taken up" in behind.text, "still being taken up" in taken_up.text) == (True, False)
