import datetime

import pytest
from django.utils import timezone

from committee.members.models import Role
from committee.models import Notice
from committee.reminders.reminding import remind
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.minutes import agreed_for, circulated_minutes


@pytest.fixture(autouse=True)
def minutes_alone(settings):
    settings.REMINDERS = ["committee.minutes.reminders.unanswered_minutes"]


def reminded(after_days=0):
    new = remind(timezone.now() + datetime.timedelta(days=after_days))
    return sorted(str(notice.member.city) for notice in new)


def test_long_before_the_day_nobody_is_reminded(db):
    member_with(Role.SECRETARIAT, beijing())
    circulated_minutes(days=14)

    assert reminded() == []


def test_shortly_before_the_day_the_secretariats_are_reminded_once(db):
    member_with(Role.SECRETARIAT, beijing())
    circulated_minutes(days=2)

    assert (reminded(), reminded()) == (["Beijing", "Seoul"], [])


def test_after_the_day_the_city_that_is_silent_is_reminded_again(db):
    member_with(Role.SECRETARIAT, beijing())
    minutes = circulated_minutes(days=2)
    agreed_for(seoul(), minutes)
    reminded()

    again = reminded(after_days=20)

    assert again == ["Beijing"] * len(again) != []
    assert Notice.objects.filter(kind="minutes_due").latest("pk").body.startswith("Your answer was asked by")
