import datetime
import zoneinfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.history.models import HistoryEntry
from committee.history.past import PastValue, states_on
from committee.models import Milestone
from tests.factories.commitment import CommitmentFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import ProjectFactory

SEOUL = zoneinfo.ZoneInfo("Asia/Seoul")
MAY = [datetime.date(2018, 5, day) for day in range(1, 32)]


def acted_at(record, *moments):
    """Move the acts on a record to these moments, the oldest first."""
    acts = HistoryEntry.objects.of(record).order_by("pk")
    for entry, moment in zip(acts, moments, strict=True):
        HistoryEntry.objects.filter(pk=entry.pk).update(at=moment)


def noon(day):
    return datetime.datetime.combine(day, datetime.time(12), tzinfo=SEOUL)


def values_on(record, day):
    (state,) = states_on(HistoryEntry.objects.about(record), day, SEOUL)
    return {value.label: value.value for value in state.values}


@pytest.fixture
def milestone(secretary):
    """Entered on 2 May, renamed on the 4th, done on the 6th and not so on the 8th."""
    project = ProjectFactory()
    new = Milestone(project=project, title_en="Draft", due_on=datetime.date(2018, 6, 1))
    keep_new(by=secretary, record=new)
    keep_changes(by=secretary, record=new, changes={"title_en": "Plan"})
    keep_changes(by=secretary, record=new, changes={"done_on": datetime.date(2018, 5, 6)})
    keep_changes(by=secretary, record=new, changes={"done_on": None})
    acted_at(new, *[noon(MAY[day]) for day in (1, 3, 5, 7)])
    return new


@pytest.mark.parametrize(("day", "names"), [(datetime.date.min, []), (datetime.date.max, ["Plan"])])
def test_any_day_that_can_be_written_is_answered(milestone, day, names):
    states = states_on(HistoryEntry.objects.about(milestone.project), day, SEOUL)

    assert [str(state.title) for state in states] == names


@pytest.mark.parametrize(
    ("day", "title", "done_on"),
    [
        (2, "Draft", None),
        (3, "Draft", None),
        (4, "Plan", None),
        (6, "Plan", "May 6, 2018"),
        (7, "Plan", "May 6, 2018"),
        (8, "Plan", None),
        (31, "Plan", None),
    ],
)
def test_each_field_is_as_the_last_act_left_it(milestone, day, title, done_on):
    values = values_on(milestone.project, MAY[day - 1])

    assert (values["title in English"], values.get("done on")) == (title, done_on)


def test_before_it_was_entered_there_is_nothing(milestone):
    assert states_on(HistoryEntry.objects.about(milestone.project), MAY[0], SEOUL) == []


def test_after_it_was_deleted_there_is_nothing(milestone, secretary):
    keep_deletion(by=secretary, record=milestone)
    HistoryEntry.objects.filter(verb="deleted").update(at=noon(MAY[9]))
    entries = HistoryEntry.objects.about(milestone.project)

    assert [len(states_on(entries, MAY[day], SEOUL)) for day in (8, 9)] == [1, 0]


def test_a_day_ends_at_midnight_of_the_reader(milestone):
    HistoryEntry.objects.filter(verb="created").update(
        at=datetime.datetime(2018, 5, 1, 15, tzinfo=datetime.UTC)
    )
    entries = HistoryEntry.objects.about(milestone.project)

    in_seoul, in_beijing = (
        len(states_on(entries, MAY[0], zoneinfo.ZoneInfo(zone))) for zone in ("Asia/Seoul", "Asia/Shanghai")
    )

    assert (in_seoul, in_beijing) == (0, 1)


def test_of_a_record_older_than_its_history_what_later_acts_found_is_told(secretary):
    commitment = CommitmentFactory(title_en="Before")
    keep_changes(by=secretary, record=commitment, changes={"title_en": "After"})
    acted_at(commitment, noon(MAY[3]))

    (state,) = states_on(HistoryEntry.objects.about(commitment), MAY[0], SEOUL)

    assert not state.is_complete
    assert state.values == [PastValue("title in English", "Before", "en")]


def test_the_record_itself_comes_before_its_parts(secretary):
    project = ProjectFactory()
    milestone = MilestoneFactory(project=project)
    keep_changes(by=secretary, record=milestone, changes={"title_en": "Plan"})
    keep_changes(by=secretary, record=project, changes={"title_en": "Forum"})

    states = states_on(HistoryEntry.objects.about(project), datetime.date(2100, 1, 1), SEOUL)

    assert [(state.kind, state.is_part) for state in states] == [("project", False), ("milestone", True)]


def test_the_page_shows_the_day_that_is_asked_for(milestone, secretary, client):
    client.force_login(secretary)

    page = client.get(f"/en/projects/{milestone.project_id}/?on=2018-05-03").content.decode()

    assert "State at the end of May 3, 2018 (KST)" in page
    assert '<td lang="en">Draft</td>' in page


@pytest.mark.parametrize("day", ["2018-02-30", "yesterday"])
def test_what_is_not_a_day_is_said_to_be_none(milestone, secretary, client, day):
    client.force_login(secretary)

    page = client.get(f"/en/projects/{milestone.project_id}/?on={day}").content.decode()

    assert "This is not a day." in page


def test_a_past_day_costs_no_query(milestone, secretary, client):
    client.force_login(secretary)
    address = f"/en/projects/{milestone.project_id}/"
    client.get(address)

    with CaptureQueriesContext(connection) as today:
        client.get(address)
    with CaptureQueriesContext(connection) as past:
        client.get(f"{address}?on=2018-05-03")

    assert len(past) == len(today)
