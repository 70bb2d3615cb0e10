import datetime

import pytest

from committee.meetings.report_section import cover, time_covered
from committee.models import GeneralMeeting
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory

State = GeneralMeeting.State
TODAY = datetime.date(2026, 11, 24)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture
def second(db) -> GeneralMeeting:
    return MeetingFactory(ordinal=2, starts_on=day("2015-11-02"), ends_on=day("2015-11-03"))


def test_the_time_covered_begins_after_the_last_day_of_the_meeting_before(second):
    third = MeetingFactory(ordinal=3, starts_on=day("2018-03-19"), ends_on=day("2018-03-20"))

    assert time_covered(third, TODAY) == (day("2015-11-03"), day("2018-03-20"))


def test_a_postponed_meeting_does_not_end_the_time_covered(second):
    MeetingFactory(ordinal=3, state=State.POSTPONED, starts_on=day("2017-05-01"))
    fourth = MeetingFactory(ordinal=4, starts_on=day("2018-03-19"))

    assert time_covered(fourth, TODAY) == (day("2015-11-03"), day("2018-03-19"))


@pytest.mark.parametrize("state", [State.PLANNED, State.POSTPONED])
def test_the_report_to_a_meeting_to_come_ends_today(second, state):
    third = MeetingFactory(ordinal=3, state=state, starts_on=day("2027-03-19"))

    assert time_covered(third, TODAY) == (day("2015-11-03"), TODAY)


def test_the_first_meeting_covers_everything_before_it(db):
    first = MeetingFactory(ordinal=1, starts_on=day("2013-10-14"))

    assert time_covered(first, TODAY) == (None, day("2013-10-14"))


def test_the_cover_names_the_host_first(db):
    seoul()
    meeting = MeetingFactory(host=beijing())

    scope, page = cover(meeting.pk, "en", TODAY)

    assert [city.name for city in page.cities] == ["Beijing", "Seoul"]
    assert scope.city_ids == (beijing().pk, seoul().pk)
    assert page.committee == "Beijing–Seoul Joint Committee"
