import datetime

import pytest
from django.db import IntegrityError
from django.http import QueryDict

from committee.filters.actions import NameTaken, forget_filter, note_used, save_filter
from committee.filters.models import RECENT, filter_in
from committee.models import ListFilter
from tests.factories.list_filter import ListFilterFactory
from tests.factories.member import MemberFactory

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2020, 1, 1, 12, tzinfo=datetime.UTC)
MINUTES = datetime.timedelta(minutes=1)


def use(member, query, at, page="meeting_list"):
    note_used(by=member, page=page, query=query, words=query, now=NOON + at * MINUTES)


def queries_of(member, page="meeting_list"):
    return list(ListFilter.objects.of(member, page).values_list("query", flat=True))


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("state=held&q=", "state=held"),
        ("q=%E5%BA%86&page=3", "q=%E5%BA%86"),
        ("host=2&state=held", "host=2&state=held"),
        ("state=held&host=2", "host=2&state=held"),
        ("page=2&q=%20", ""),
        (f"q={'x' * 2000}", ""),
    ],
)
def test_a_filter_is_what_a_list_is_narrowed_down_to(asked, query):
    assert filter_in(QueryDict(asked)) == query


def test_the_last_ones_used_are_kept_of_each_list():
    member = MemberFactory()

    for minute in range(RECENT + 2):
        use(member, f"q={minute}", at=2 * minute)
    use(member, "q=other", at=20, page="project_list")

    assert queries_of(member) == [f"q={minute}" for minute in (6, 5, 4, 3, 2)]
    assert queries_of(member, "project_list") == ["q=other"]


def test_who_types_a_word_uses_one_filter():
    member = MemberFactory()
    use(member, "q=earlier", at=0)

    for typed in ("q=h", "q=ho", "q=hot"):
        use(member, typed, at=5)

    assert queries_of(member) == ["q=hot", "q=earlier"]


def test_a_filter_used_again_comes_first_and_keeps_its_name():
    saved = ListFilterFactory(used_at=NOON)
    use(saved.member, "q=other", at=2)

    use(saved.member, saved.query, at=4)

    assert queries_of(saved.member) == [saved.query, "q=other"]
    assert ListFilter.objects.named().get().name == saved.name


def test_saved_ones_stay_however_many_are_used():
    saved = ListFilterFactory(used_at=NOON)

    for minute in range(RECENT + 1):
        use(saved.member, f"q={minute}", at=2 * minute)

    assert ListFilter.objects.named().get() == saved


def test_one_name_stands_for_one_filter_of_a_list():
    saved = ListFilterFactory()
    names = {"by": saved.member, "name": saved.name, "now": NOON}

    with pytest.raises(NameTaken):
        save_filter(page=saved.page, query="state=planned", **names)
    again = save_filter(page=saved.page, query=saved.query, **names)
    elsewhere = save_filter(page="project_list", query="state=planned", **names)

    assert (again, elsewhere.name) == (saved, saved.name)


def test_a_recent_filter_gets_a_name():
    member = MemberFactory()
    use(member, "q=hotline", at=0)

    save_filter(by=member, page="meeting_list", query="q=hotline", name="Hotline", now=NOON)

    assert ListFilter.objects.get().name == "Hotline"


def test_nobody_drops_what_is_anothers():
    saved = ListFilterFactory()

    forget_filter(by=MemberFactory(), kept=saved)

    assert ListFilter.objects.get() == saved


@pytest.mark.parametrize(
    "broken", [{"query": ""}, {"query": "state=held", "name": "Other"}, {"query": "q=1"}]
)
def test_the_database_keeps_a_filter_once_under_a_name_once(broken):
    saved = ListFilterFactory()

    with pytest.raises(IntegrityError):
        ListFilterFactory(member=saved.member, **broken)
