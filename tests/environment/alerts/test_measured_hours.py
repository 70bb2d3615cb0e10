import datetime
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from environment.alerts.measured_hours import MOST_HOURS_MISSING, courses
from environment.standards import advisory_rule

RULE = advisory_rule("pm25", datetime.date(2018, 1, 15))
NONE = None


def followed(values, first=100, until=None):
    """Follow PM2.5 hour by hour; None is an hour that is missing."""
    hours = [(hour, float(value)) for hour, value in enumerate(values, first) if value is not None]
    return courses(hours, lambda _hour: RULE, until or first + len(values) - 1)


def steps(course):
    return [(each.at, each.act, each.stage) for each in course.decisions]


def test_two_hours_in_a_row_raise_and_the_first_hour_below_the_release_ends():
    (course,) = followed([80, 75, 50, 35, 34.9, 20])

    assert steps(course) == [(101, "raised", "advisory"), (104, "ended", "advisory")]
    assert (course.since, course.until, course.peak.value, course.ending) == (101, 104, 80, "ended")


def test_the_values_that_decided_stand_beside_their_threshold():
    (course,) = followed([80, 75, 34])

    because = [tuple(reading) for each in course.decisions for reading in each.because]
    assert because == [(100, 80, 75), (101, 75, 75), (102, 34, 35)]


def test_one_high_hour_raises_nothing():
    assert followed([80, 74, 80, 74]) == []


def test_a_warning_goes_down_to_an_advisory_and_up_again():
    (course,) = followed([160, 150, 74, 160, 170, 30])

    assert steps(course) == [
        (101, "raised", "warning"),
        (102, "downgraded", "advisory"),
        (104, "upgraded", "warning"),
        (105, "ended", "warning"),
    ]
    assert course.stages == ("warning", "advisory", "warning")


def test_a_warning_that_falls_below_every_release_ends_at_once():
    (course,) = followed([160, 150, 34])

    assert steps(course)[-1] == (102, "ended", "warning")


def test_a_missing_hour_breaks_the_row_of_high_ones():
    assert followed([80, NONE, 80, 30]) == []


def test_a_missing_hour_releases_nothing():
    (course,) = followed([80, 80, NONE, NONE, 40, 30])

    assert (course.until, course.ending) == (105, "ended")


def test_after_a_day_without_values_an_alert_ends_with_the_last_one_known():
    (course,) = followed([80, 80, *[NONE] * MOST_HOURS_MISSING, 90])

    assert (course.until, course.ending) == (101, "without_data")


def test_an_alert_is_in_force_as_long_as_values_may_still_come():
    (course,) = followed([80, 80], until=101 + MOST_HOURS_MISSING - 1)

    assert (course.until, course.ending) == (101, "in_force")


def test_hours_before_the_first_rule_are_passed_over():
    assert courses([(1, 500.0), (2, 500.0)], lambda _hour: None, 2) == []


def test_ozone_needs_one_hour():
    rule = advisory_rule("o3", datetime.date(2018, 7, 1))

    (course,) = courses([(1, 0.12), (2, 0.3), (3, 0.29), (4, 0.119)], lambda _hour: rule, 4)

    assert steps(course) == [
        (1, "raised", "advisory"),
        (2, "upgraded", "warning"),
        (3, "downgraded", "advisory"),
        (4, "ended", "advisory"),
    ]


# On a busy machine generating is slow; that says nothing about the alerts.
few = settings(max_examples=60)
VALUES = st.lists(st.one_of(st.none(), st.integers(0, 400)), max_size=80)


@few
@given(VALUES)
def test_alerts_follow_one_another_and_each_is_raised_once(values):
    found = followed(values)

    assert [each.decisions[0].act for each in found] == ["raised"] * len(found)
    assert all(each.since <= each.until for each in found)
    assert all(one.until < other.since for one, other in pairwise(found))
    assert all(each.ending != "in_force" for each in found[:-1])


@few
@given(VALUES)
def test_the_peak_is_the_highest_value_from_the_deciding_hours_to_the_end(values):
    for course in followed(values):
        first = course.decisions[0].because[0].at
        known = [value for value in values[first - 100 : course.until - 99] if value is not None]
        assert course.peak.value == max(known)


@few
@given(VALUES, st.integers(0, 80))
def test_what_was_decided_stays_decided_when_hours_are_added(values, cut):
    """Later hours add decisions to the last alert and to none before it."""
    before, after = followed(values[:cut]), followed(values)

    for one, other in zip(before, after, strict=False):
        known = [each for each in other.decisions if each.at <= 99 + cut]
        assert list(one.decisions) == known
