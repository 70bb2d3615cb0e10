"""What the filters of lists offer to choose from."""

import pytest

from committee.config import urls as _every_list  # noqa: F401 - filters are known once their pages are
from committee.follow_ups.forms import FollowUpFilter
from committee.meetings.forms import MeetingFilter
from committee.meetings.models import Meeting, MeetingQuerySet
from committee.pages import lists
from committee.pages.lists import RecordFilter
from committee.pages.template_words import in_filter
from committee.search.forms import SearchForm
from tests.factories.city import CityFactory
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db

OLDER = ("Older ones: see their own pages", [])


@pytest.fixture
def meetings(monkeypatch):
    monkeypatch.setattr(lists, "NEWEST", 2)
    return MeetingFactory.create_batch(3)


def offered(**chosen: str) -> list[tuple[str, object]]:
    field = FollowUpFilter(chosen).form["meeting"].field
    return [(str(value), label) for value, label in field.choices]


def filters_below(base: type[RecordFilter]) -> list[type[RecordFilter]]:
    below = base.__subclasses__()
    return [*below, *(each for one in below for each in filters_below(one))]


def as_choices(*meetings: Meeting) -> list[tuple[str, str]]:
    return [(str(meeting.pk), meeting.title) for meeting in meetings]


def test_of_records_that_grow_many_the_newest_are_offered(meetings):
    assert offered() == [("", "All"), *as_choices(meetings[2], meetings[1]), OLDER]


def test_an_older_record_that_was_chosen_is_offered_as_well(meetings):
    chosen = offered(meeting=str(meetings[0].pk))

    assert chosen == [("", "All"), *as_choices(meetings[2], meetings[1], meetings[0]), OLDER]


def test_an_older_record_can_be_chosen(meetings):
    assert FollowUpFilter({"meeting": str(meetings[0].pk)}).is_valid()


def test_each_list_that_is_narrowed_down_by_a_meeting_offers_the_newest():
    narrowed = [
        (each, name)
        for each in filters_below(RecordFilter)
        for name, field in each.base_filters.items()
        if isinstance(field.extra.get("queryset"), MeetingQuerySet)
    ]

    assert len(narrowed) > 3
    assert [each for each, name in narrowed if name not in each.newest] == []


def test_a_meeting_to_choose_is_named_in_the_query_that_reads_it(django_assert_num_queries):
    for _ in range(3):
        SubcommitteeMeetingFactory()

    with django_assert_num_queries(1):
        titles = [meeting.title for meeting in Meeting.objects.named()]

    assert titles == [meeting.title for meeting in Meeting.objects.all()]


def test_few_records_are_all_offered(meetings):
    meetings[0].delete()

    assert offered() == [("", "All"), *as_choices(meetings[2], meetings[1])]


def test_a_filter_writes_its_choice_as_django_does():
    SubcommitteeFactory(pk=7, name_en="Roads & rails")
    SubcommitteeFactory(pk=8, code="rivers", position=9, name_en="Rivers")
    form = MeetingFilter({"subcommittee": "7"}).form

    drawn = in_filter(form["subcommittee"])

    assert drawn == (
        '<select class="form-select" id="id_subcommittee" name="subcommittee">'
        '<option value="">All</option><option value="7" selected>Roads &amp; rails</option>'
        '<option value="8">Rivers</option></select>'
    )


def test_a_filter_writes_groups_of_choices(meetings):
    drawn = in_filter(FollowUpFilter({}).form["meeting"])

    assert drawn.endswith('<optgroup label="Older ones: see their own pages"></optgroup></select>')


def test_the_search_offers_records_as_filters_do():
    city = CityFactory()

    assert [(str(value), label) for value, label in list(SearchForm().fields["city"].choices)] == [
        ("", "All"),
        (str(city.pk), city.name),
    ]


def test_a_field_without_an_empty_choice_offers_records_alone(meetings):
    field = FollowUpFilter({}).form["meeting"].field
    field.empty_label = None

    assert [str(value) for value, _label in field.choices][:1] == [str(meetings[2].pk)]
