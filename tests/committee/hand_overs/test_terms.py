import datetime

import pytest
from django.utils import timezone

from committee.hand_overs.actions import write_hand_over
from committee.hand_overs.reminders import ending_posts
from committee.hand_overs.terms import ending_terms, successor_of, vacant_offices
from committee.members.models import Role, Standing
from committee.models import Member, Notice
from committee.reminders.reminding import remind
from tests.factories.city import beijing, seoul
from tests.factories.hand_over import leaving_co_lead, successor_to
from tests.factories.member import MemberFactory, member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db

A_DAY = datetime.timedelta(days=1)


def test_the_next_holder_succeeds_and_not_the_next_deputy():
    post = leaving_co_lead()
    deputy = successor_to(post)
    deputy.standing = Standing.DEPUTY
    deputy.save()
    holder = successor_to(post)

    assert successor_of(post) == holder


def test_a_post_without_an_end_has_no_successor():
    post = member_with(Role.LIAISON).posts.get()

    assert successor_of(post) is None


@pytest.mark.parametrize(("days", "found"), [(30, 1), (31, 0), (0, 1)])
def test_a_term_ends_soon_up_to_the_last_day(days, found):
    post = leaving_co_lead(days)

    assert len(ending_terms(seoul(), post.member.today, days=30)) == found


def test_posts_that_nobody_holds_are_named_whatever_deputies_there_are():
    SubcommitteeFactory()
    today = member_with(Role.LIAISON).today

    vacant = vacant_offices(seoul(), today)

    assert {office.role for office in vacant} == {Role.SECRETARIAT, Role.CO_LEAD}


def test_a_post_whose_holder_may_no_longer_sign_in_is_named_as_vacant():
    lead = member_with(Role.CO_LEAD, seoul())
    Member.objects.filter(pk=lead.pk).update(is_active=False)

    vacant = vacant_offices(seoul(), lead.today)

    assert Role.CO_LEAD in {office.role for office in vacant}


def test_holder_and_own_secretariat_are_reminded_once_of_a_term_that_ends(secretary):
    post = leaving_co_lead()
    member_with(Role.SECRETARIAT, beijing())
    now = timezone.now()

    remind(now)
    remind(now + A_DAY)

    told = Notice.objects.filter(kind="post").values_list("member", flat=True)
    assert sorted(told) == sorted([post.member_id, secretary.pk])


def test_whoever_wrote_the_note_is_not_reminded():
    post = leaving_co_lead()
    write_hand_over(by=post.member, post=post, note="All is settled.", now=timezone.now())

    assert list(ending_posts(timezone.now())) == []


def test_a_holder_who_may_no_longer_sign_in_is_not_reminded(secretary):
    post = leaving_co_lead()
    post.member.is_active = False
    post.member.save()

    (reminder,) = ending_posts(timezone.now())

    assert reminder.members == [secretary]


def test_a_member_of_another_post_in_the_city_is_no_successor():
    post = leaving_co_lead()
    successor_to(post).delete()
    MemberFactory(city=post.city)

    assert successor_of(post) is None
