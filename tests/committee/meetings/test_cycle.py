import datetime

import pytest

from committee.meetings.cycle import Proposal, outlook, previous_held, propose_next, warnings
from committee.models import GeneralMeeting
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory

pytestmark = pytest.mark.django_db
State = GeneralMeeting.State


@pytest.fixture
def third():
    """Held in Seoul on 19 March 2018; both cities are there."""
    beijing()
    return MeetingFactory(ordinal=3, host=seoul(), starts_on=datetime.date(2018, 3, 19))


def postponed_fourth() -> GeneralMeeting:
    return MeetingFactory(
        ordinal=4, host=beijing(), state=State.POSTPONED, starts_on=datetime.date(2021, 5, 10)
    )


def test_the_next_meeting_is_in_the_other_city_two_years_on(third):
    assert propose_next() == Proposal(4, beijing(), datetime.date(2020, 3, 19))


def test_the_first_meeting_has_neither_day_nor_meeting_before():
    assert propose_next() == Proposal(1, None, None)


def test_two_years_after_the_29th_of_february_is_the_28th(third):
    third.starts_on = datetime.date(2016, 2, 29)
    third.save()

    assert propose_next().starts_on == datetime.date(2018, 2, 28)


def test_a_postponed_meeting_keeps_its_number_and_is_the_one_expected(third):
    fourth = postponed_fourth()

    expected = Proposal(4, beijing(), datetime.date(2020, 3, 19))
    assert (outlook().expected, outlook().waiting) == (expected, fourth)


def test_a_meeting_beside_a_postponed_one_takes_the_number_after_it_and_no_day(third):
    postponed_fourth()

    assert propose_next() == Proposal(5, seoul(), None)


def test_a_meeting_after_a_planned_one_is_counted_from_its_day(third):
    MeetingFactory(ordinal=4, host=beijing(), state=State.PLANNED, starts_on=datetime.date(2027, 5, 10))

    assert propose_next() == Proposal(5, seoul(), datetime.date(2029, 5, 10))


def test_nothing_waits_once_the_last_meeting_was_held(third):
    assert outlook().waiting is None


def test_a_postponed_meeting_that_was_passed_over_no_longer_waits(third):
    postponed_fourth()
    MeetingFactory(ordinal=5, host=beijing(), starts_on=datetime.date(2023, 9, 1))

    assert (outlook().waiting, outlook().expected.ordinal) == (None, 6)


def test_a_report_covers_the_time_since_the_meeting_held_before(third):
    postponed_fourth()
    fifth = MeetingFactory(ordinal=5, host=beijing(), starts_on=datetime.date(2023, 9, 1))

    assert previous_held(fifth) == third


def test_alternating_hosts_raise_no_warning(third):
    assert warnings(postponed_fourth()) == []


def test_the_same_host_twice_raises_a_warning(third):
    fourth = MeetingFactory(ordinal=4, host=seoul(), starts_on=datetime.date(2020, 3, 19))

    assert warnings(fourth) == ["Seoul also hosted the meeting before; hosts alternate."]


def test_a_planned_meeting_alternates_with_the_postponed_one_before_it(third):
    postponed_fourth()
    fifth = MeetingFactory(ordinal=5, host=beijing(), state=State.PLANNED, starts_on=None)

    assert warnings(fifth) == ["Beijing also hosted the meeting before; hosts alternate."]


def test_a_held_meeting_alternates_with_the_one_held_before_it(third):
    postponed_fourth()
    fifth = MeetingFactory(ordinal=5, host=beijing(), starts_on=datetime.date(2023, 9, 1))

    assert warnings(fifth) == []


def test_a_meeting_dated_before_the_one_it_follows_raises_a_warning(third):
    fourth = MeetingFactory(ordinal=4, host=beijing(), starts_on=datetime.date(2017, 3, 19))

    assert warnings(fourth) == ["This meeting is dated before the one that precedes it by number."]
