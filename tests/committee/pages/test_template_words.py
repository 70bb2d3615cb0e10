import datetime
import zoneinfo

import pytest

from committee.pages.template_words import badge, in_zone, overdue_on
from tests.factories.commitment import CommitmentFactory


@pytest.mark.parametrize(
    ("zone", "shown"), [("Asia/Seoul", "2018-03-19 00:30 KST"), ("Asia/Shanghai", "2018-03-18 23:30 CST")]
)
def test_a_moment_is_shown_in_the_city_s_time_and_says_which(zone, shown):
    moment = datetime.datetime(2018, 3, 18, 15, 30, tzinfo=datetime.UTC)

    assert in_zone(moment, zoneinfo.ZoneInfo(zone)) == shown


def test_a_state_is_a_word_in_its_colour():
    assert badge("held", "held") == '<span class="state state-held">held</span>'


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "is_overdue"), [(31, False), (32, True)])
def test_what_is_due_is_overdue_on_the_next_day(day, is_overdue):
    commitment = CommitmentFactory(due_on=datetime.date(2019, 12, 31))
    today = datetime.date(2019, 12, 1) + datetime.timedelta(days=day - 1)

    assert overdue_on(commitment, today) is is_overdue
