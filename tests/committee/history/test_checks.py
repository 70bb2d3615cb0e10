import datetime

import pytest
from django.core.exceptions import ValidationError

from tests.factories.meeting import WorkingMeetingFactory

pytestmark = pytest.mark.django_db


def broken(meeting, exclude=None):
    with pytest.raises(ValidationError) as caught:
        meeting.validate_constraints(exclude)
    return caught.value.messages


def test_all_checks_that_hold_are_asked_in_one_query(django_assert_num_queries):
    meeting = WorkingMeetingFactory()
    checks = [each for _model, constraints in meeting.get_constraints() for each in constraints]

    # With the savepoint around it.
    with django_assert_num_queries(3):
        meeting.validate_constraints()

    assert len(checks) > 3


def test_what_is_left_out_takes_no_further_query(django_assert_num_queries):
    meeting = WorkingMeetingFactory()

    with django_assert_num_queries(3):
        meeting.validate_constraints({"ordinal", "version"})


def test_each_check_that_is_broken_is_named():
    meeting = WorkingMeetingFactory.build(
        host_id=1, ordinal=3, online_link="http://example", starts_on=datetime.date(2027, 4, 2)
    )

    assert broken(meeting) == [
        "A general meeting has a number; other meetings have none.",
        "The address begins with https://",
    ]


def test_a_check_of_a_field_that_is_left_out_is_none():
    meeting = WorkingMeetingFactory.build(host_id=1, ordinal=3, online_link="http://example")

    assert broken(meeting, {"ordinal"}) == ["The address begins with https://"]


def test_a_check_that_cannot_be_told_for_want_of_a_value_hides_no_broken_one():
    meeting = WorkingMeetingFactory.build(
        host_id=1, starts_on=None, ends_on=None, start_time=None, online_link="http://example"
    )

    assert broken(meeting) == ["The address begins with https://"]
