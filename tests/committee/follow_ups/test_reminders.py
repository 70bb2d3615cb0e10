import datetime

import pytest

from committee.follow_ups.reminders import due_follow_ups
from committee.models import FollowUp
from tests.factories.city import seoul
from tests.factories.follow_up import FollowUpFactory, finished

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 20)


def reminded(now: str) -> list[tuple[str, str]]:
    moment = datetime.datetime.fromisoformat(now)
    return [(reminder.subject(), reminder.key) for reminder in due_follow_ups(moment)]


@pytest.mark.parametrize(
    ("now", "subjects"),
    [
        ("2026-11-22T23:00+09:00", []),
        ("2026-11-23T00:30+09:00", ["Action due soon: Write"]),
        ("2026-11-30T12:00+09:00", ["Action due soon: Write"]),
        ("2026-12-01T00:30+09:00", ["Action late: Write"]),
    ],
    ids=["eight days before", "seven days before in Seoul", "on the day", "a day late"],
)
def test_who_is_responsible_is_reminded_before_and_after_the_day_of_the_own_city(now, subjects):
    FollowUpFactory(title_en="Write", due_on=datetime.date(2026, 11, 30), responsible__city=seoul())

    assert [subject for subject, _key in reminded(now)] == subjects


def test_a_new_day_reminds_anew_and_what_is_done_no_more(secretary):
    action = FollowUpFactory(due_on=DAY)
    first = reminded("2026-11-20T12:00+09:00")
    FollowUp.objects.update(due_on=datetime.date(2026, 11, 24))
    second = reminded("2026-11-20T12:00+09:00")
    finished(secretary, action)

    assert {key for _subject, key in first} & {key for _subject, key in second} == set()
    assert reminded("2026-11-30T12:00+09:00") == []
