import datetime

import pytest
from django.db import IntegrityError, transaction

from committee.programmes.timetable import overlap_warnings, timetable
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.programme_entry import ProgrammeEntryFactory

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)
TEN_IN_SEOUL = datetime.datetime(2018, 3, 19, 1, tzinfo=datetime.UTC)


def times(meeting):
    days = timetable(meeting, meeting.programme.all())
    return [(str(day.day), [slot.times for slot in day.slots]) for day in days]


def test_each_entry_is_told_in_the_hosts_time_first_and_in_the_other_citys():
    in_seoul, in_beijing = (ProgrammeEntryFactory(meeting__host=host()).meeting for host in (seoul, beijing))

    assert times(in_seoul) == [("2018-03-19", [("10:00–11:00 KST", "09:00–10:00 CST")])]
    assert times(in_beijing) == [("2018-03-19", [("09:00–10:00 CST", "10:00–11:00 KST")])]


def test_between_the_two_midnights_the_day_is_the_hosts():
    half_past_eleven = datetime.datetime(2018, 3, 19, 15, 30, tzinfo=datetime.UTC)
    in_beijing = ProgrammeEntryFactory(
        meeting=MeetingFactory(host=beijing()), starts_at=half_past_eleven
    ).meeting
    seoul()

    assert times(in_beijing) == [("2018-03-19", [("23:30–03-20 00:30 CST", "03-20 00:30–03-20 01:30 KST")])]


def test_days_and_entries_stand_in_order():
    meeting = MeetingFactory(host=seoul())
    later = ProgrammeEntryFactory(meeting=meeting, starts_at=TEN_IN_SEOUL + 24 * HOUR)
    second = ProgrammeEntryFactory(meeting=meeting, starts_at=TEN_IN_SEOUL + HOUR)
    first = ProgrammeEntryFactory(meeting=meeting)

    days = timetable(meeting, meeting.programme.all())

    assert [[slot.entry for slot in day.slots] for day in days] == [[first, second], [later]]


@pytest.mark.parametrize(
    ("begins_after", "cities", "warned"),
    [
        (HOUR / 2, None, 1),
        (HOUR, None, 0),
        (HOUR / 2, [beijing], 0),
        (datetime.timedelta(), [seoul], 1),
    ],
    ids=["in the middle", "one after the other", "for the other delegation", "at the same time"],
)
def test_overlaps_are_warned_of_where_one_delegation_has_both(begins_after, cities, warned):
    one = ProgrammeEntryFactory(title_en="Session", cities=[seoul()])
    cities = [city() for city in cities] if cities else None
    two = ProgrammeEntryFactory(
        title_en="Dinner", meeting=one.meeting, starts_at=TEN_IN_SEOUL + begins_after, cities=cities
    )

    assert overlap_warnings([one, two]) == ["“Session” and “Dinner” overlap for Seoul."] * warned


def test_the_database_refuses_an_entry_that_ends_when_it_begins():
    with pytest.raises(IntegrityError), transaction.atomic():
        ProgrammeEntryFactory(ends_at=TEN_IN_SEOUL)
