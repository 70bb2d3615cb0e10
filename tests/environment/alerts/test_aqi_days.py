import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from environment.alerts.aqi_days import courses
from environment.standards import warning_plan

OF_2013, OF_2016, OF_2023 = (datetime.date(year, 1, 1) for year in (2014, 2018, 2024))
FIRST = 1000


def followed(values, day=OF_2016, until=None):
    """Follow the AQI day by day under the plan of a day; None is a day that is missing."""
    plan = warning_plan(day)
    days = [(at, value) for at, value in enumerate(values, FIRST) if value is not None]
    return courses(days, lambda _day: plan, until or FIRST + len(values) - 1)


def steps(course):
    return [(each.at - FIRST, each.act, each.stage) for each in course.decisions]


@pytest.mark.parametrize(
    ("day", "values", "stages"),
    [
        (OF_2013, [201, 100], ("blue",)),
        (OF_2013, [310, 310, 310, 100], ("yellow", "red")),
        (OF_2016, [201, 202, 301, 302, 100], ("blue", "yellow", "orange", "red")),
        (OF_2016, [500, 100], ("red",)),
        (OF_2023, [151, 152, 153, 100], ("yellow", "orange")),
        (OF_2023, [201, 301, 201, 100], ("yellow", "orange", "red")),
    ],
)
def test_levels_rise_with_the_days_in_a_row(day, values, stages):
    (course,) = followed(values, day)

    assert course.stages == stages
    assert course.ending == "ended"


def test_a_warning_is_on_for_whole_days_and_the_day_that_ends_it_is_none_of_them():
    (course,) = followed([100, 250, 260, 180])

    assert steps(course) == [(1, "raised", "blue"), (2, "upgraded", "yellow"), (3, "ended", "yellow")]
    assert (course.since - FIRST, course.until - FIRST, course.peak.value) == (1, 2, 260)


def test_the_days_that_decided_stand_beside_what_they_lie_above():
    (course,) = followed([210, 310, 220, 180])

    because = {each.stage: [tuple(one) for one in each.because] for each in course.decisions[:-1]}
    assert because["orange"] == [(FIRST, 210, 200), (FIRST + 1, 310, 300), (FIRST + 2, 220, 200)]
    assert [tuple(one) for one in course.decisions[-1].because] == [(FIRST + 3, 180, 200)]


def test_a_level_falls_when_the_days_reach_a_lower_one():
    (course,) = followed([310, 310, 310, 250, 100], OF_2013)

    assert course.stages == ("yellow", "red", "orange")


def test_a_missing_day_releases_nothing_and_raises_nothing():
    (course,) = followed([310, 310, 310, None, 310, 100], OF_2013)

    assert steps(course) == [(0, "raised", "yellow"), (2, "upgraded", "red"), (5, "ended", "red")]


def test_days_on_both_sides_of_a_missing_one_are_not_in_a_row():
    (course,) = followed([210, None, 210, 100])

    assert course.stages == ("blue",)


def test_after_two_days_without_values_a_warning_ends_with_the_last_one_known():
    (course,) = followed([210, None, None, 100])

    assert (course.until - FIRST, course.ending) == (0, "without_data")


def test_a_warning_goes_on_under_the_plan_of_the_next_edition():
    change = datetime.date(2016, 12, 15)
    first = change.toordinal() - 1

    (course,) = courses(
        [(first, 250), (first + 1, 260), (first + 2, 90)],
        lambda day: warning_plan(datetime.date.fromordinal(day)),
        first + 2,
    )

    assert course.stages == ("blue", "yellow")


def test_what_rests_on_memory_is_not_verified():
    (course,) = followed([210, 220, 100])

    assert [each.is_verified for each in course.decisions] == [True, False, True]
    assert course.is_verified is False


# On a busy machine generating is slow; that says nothing about the alerts.
few = settings(max_examples=60)
VALUES = st.lists(st.one_of(st.none(), st.integers(0, 500)), max_size=60)


@few
@given(VALUES, st.sampled_from([OF_2013, OF_2016, OF_2023]))
def test_a_day_of_which_all_days_before_are_known_has_the_level_of_the_plan(values, day):
    known = [value for value in values if value is not None]
    level_of = {}
    for course in followed(known, day):
        for one, other in pairwise(course.decisions):
            level_of |= dict.fromkeys(range(one.at, other.at), one.stage)
        if course.ending == "in_force":
            last = course.decisions[-1]
            level_of |= dict.fromkeys(range(last.at, course.until + 1), last.stage)

    for place in range(len(known)):
        level = warning_plan(day).level(known[: place + 1])
        assert level_of.get(FIRST + place) == (level and level.name)


@few
@given(VALUES)
def test_warnings_follow_one_another_and_each_is_raised_once(values):
    found = followed(values)

    assert [each.decisions[0].act for each in found] == ["raised"] * len(found)
    assert all(each.since <= each.until for each in found)
    assert all(one.until < other.since for one, other in pairwise(found))
