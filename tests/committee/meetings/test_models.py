import datetime

import pytest
from django.db import IntegrityError, transaction

from tests.factories.decision import DecisionFactory
from tests.factories.meeting import MeetingFactory

DAY = datetime.date(2018, 3, 19)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"ordinal": 0},
        {"starts_on": DAY, "ends_on": DAY - datetime.timedelta(days=1)},
        {"state": "planned", "starts_on": None, "ends_on": DAY},
        {"state": "held", "starts_on": None},
    ],
    ids=["number zero", "ends before it starts", "ends without a start", "held without a day"],
)
def test_the_database_refuses_a_meeting_that_cannot_be(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        MeetingFactory(**fields)


@pytest.mark.django_db
def test_a_meeting_may_last_a_single_day():
    assert MeetingFactory(starts_on=DAY, ends_on=DAY).ends_on == DAY


@pytest.mark.django_db
@pytest.mark.parametrize(
    "twice",
    [
        lambda meeting: MeetingFactory(ordinal=meeting.ordinal),
        lambda meeting: [DecisionFactory(meeting=meeting, number=1) for _ in range(2)],
    ],
    ids=["meetings", "decisions"],
)
def test_numbers_are_given_once(twice):
    meeting = MeetingFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        twice(meeting)
