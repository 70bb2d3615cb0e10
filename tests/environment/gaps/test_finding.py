import datetime

import pytest

from environment.gaps.finding import find_gaps
from environment.models import GapNotice
from tests.environment.ledger.arriving import DAY, SEOUL, arrive, hours_of
from tests.factories.city import seoul
from tests.factories.promise import PromiseFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db
State = GapNotice.State


@pytest.fixture
def two_stations():
    """Two stations of Seoul whose PM2.5 is promised within two hours, from the first of March on."""
    PromiseFactory(valid_from=DAY, deadline_hours=2, shortest_gap_hours=3)
    return StationFactory(city=seoul()), StationFactory(city=seoul())


def at(label, day=DAY):
    """The moment at which an hour has just been due for the length of the grace."""
    return SEOUL.moment(SEOUL.ending(day, label) + 2 + 2)


def look(label, day=DAY):
    return find_gaps(city=seoul(), now=at(label, day))


def told():
    return [
        (notice.station, notice.first_hour - SEOUL.start(DAY), notice.last_hour - SEOUL.start(DAY))
        for notice in GapNotice.objects.order_by("first_hour", "pk")
    ]


def test_nothing_missing_makes_no_notice(two_stations):
    for station in two_stations:
        arrive(station, hours_of(DAY, *range(1, 13)))

    assert look(12) == []


def test_a_gap_is_told_once_its_hours_are_past_deadline_and_grace(two_stations):
    here, there = two_stations
    arrive(there, hours_of(DAY, *range(1, 13)))
    arrive(here, hours_of(DAY, *range(1, 6)))

    a_minute_before = at(8) - datetime.timedelta(minutes=1)
    early = find_gaps(city=seoul(), now=a_minute_before)
    found = look(8)

    assert (early, [notice.station for notice in found]) == ([], [here])
    assert told() == [(here, 6, 8)]


def test_a_gap_grows_and_does_not_multiply(two_stations):
    here, there = two_stations
    arrive(there, hours_of(DAY, *range(1, 25)))

    for label in (4, 4, 5, 9):
        look(label)

    assert told() == [(here, 1, 9)]
    assert GapNotice.objects.get().values_missing == 9


def test_a_city_that_is_silent_is_one_gap_and_not_one_a_station(two_stations):
    look(6)

    assert told() == [(None, 1, 6)]
    assert GapNotice.objects.get().values_missing == 12


def test_one_station_back_leaves_the_others_hours_with_the_notice_of_the_city(two_stations):
    here, there = two_stations
    look(6)
    arrive(here, hours_of(DAY, *range(1, 13)), late=10)

    look(10)

    assert told() == [(None, 1, 6), (there, 7, 10)]
    assert [notice.values_missing for notice in GapNotice.objects.order_by("first_hour")] == [6, 4]


def test_a_gap_fills_by_itself_when_all_of_it_came_late(two_stations):
    here, there = two_stations
    arrive(there, hours_of(DAY, *range(1, 25)))
    look(6)
    arrive(here, hours_of(DAY, *range(1, 25)), late=200)

    look(7)

    notice = GapNotice.objects.get()
    assert (notice.state, notice.values_missing, notice.filled_at) == (State.FILLED, 0, at(7))


def test_a_gap_fills_however_old_it_is(two_stations):
    here, there = two_stations
    arrive(there, hours_of(DAY, *range(1, 25)))
    look(6)
    arrive(here, hours_of(DAY, *range(1, 7)), late=3 * 365 * 24)

    look(6, DAY + datetime.timedelta(days=3 * 365))

    assert GapNotice.objects.get(station=here).state == State.FILLED


def test_a_gap_that_came_in_part_counts_what_is_missing_still(two_stations):
    here, there = two_stations
    arrive(there, hours_of(DAY, *range(1, 25)))
    look(6)
    arrive(here, hours_of(DAY, 2, 3), late=30)

    look(6)

    notice = GapNotice.objects.get()
    assert (notice.state, notice.values_missing) == (State.OPEN, 4)


def test_short_gaps_are_not_told(two_stations):
    here, there = two_stations
    arrive(there, hours_of(DAY, *range(1, 25)))
    arrive(here, hours_of(DAY, 1, 2, 5, 6, 9, 10))

    assert look(10) == []


def test_hours_that_nobody_promised_do_not_cut_a_gap_in_two():
    here, there = StationFactory(city=seoul()), StationFactory(city=seoul())
    PromiseFactory(valid_from=DAY, stations=[here], first_label=9, last_label=12)
    next_day = DAY + datetime.timedelta(days=1)
    arrive(there, hours_of(DAY, 1))

    look(12, next_day)

    assert told() == [(here, 9, 24 + 12)]


def test_a_station_that_stays_silent_after_its_notice_was_settled_is_told_anew(two_stations):
    here, there = two_stations
    arrive(there, hours_of(DAY, *range(1, 25)))
    [notice] = look(6)
    GapNotice.objects.filter(pk=notice.pk).update(state=State.FILLED, filled_at=at(6), values_missing=0)

    look(9)

    assert told() == [(here, 1, 6), (here, 7, 9)]


def test_what_lies_too_far_back_is_left_to_the_ledger(two_stations):
    look(6, DAY + datetime.timedelta(days=60))

    notice = GapNotice.objects.get()
    assert SEOUL.day(notice.first_hour) == DAY + datetime.timedelta(days=29)


def test_a_city_without_promises_has_no_gaps():
    StationFactory(city=seoul())

    assert look(6) == []
