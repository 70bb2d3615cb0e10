"""Actions that are given to a post go on to whoever holds it next."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from committee.follow_ups import actions
from committee.follow_ups.closing import lacks_of
from committee.follow_ups.open_work import open_actions
from committee.follow_ups.reminders import due_follow_ups
from committee.members.actions import pass_on
from committee.members.models import Role
from committee.models import FollowUp, Notice
from tests.factories.city import beijing
from tests.factories.follow_up import FollowUpFactory, action_of
from tests.factories.member import MemberFactory, member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 20)


@pytest.fixture
def lead():
    return member_with(Role.CO_LEAD, beijing(), SubcommitteeFactory(code="economy", name_en="Economy"))


@pytest.fixture
def post(lead):
    return lead.posts.get()


def handed_over(post):
    """The post has passed on to somebody else, today."""
    successor, by = MemberFactory(city=post.city), member_with(Role.SECRETARIAT, post.city)
    pass_on(by=by, post=post, successor=successor, first_day=by.today)
    return successor


def given_to(post, **fields):
    return FollowUpFactory(responsible=None, post=post, **fields)


def test_who_holds_the_post_is_told(secretary, lead, post):
    action_of(secretary, post=post)

    assert [notice.member for notice in Notice.objects.all()] == [lead]


def test_a_successor_sees_to_it_and_the_predecessor_no_more(lead, post):
    action = given_to(post)

    successor = handed_over(post)

    own = [list(FollowUp.objects.seen_to_by(member)) for member in (lead, successor)]
    assert own == [[], [action]]
    done = actions.finish_follow_up(by=successor, follow_up=action, done_on=DAY, result_en="Written")
    assert done.done_by == successor


def test_the_successor_is_reminded(post):
    given_to(post, due_on=DAY)

    successor = handed_over(post)

    [reminder] = due_follow_ups(datetime.datetime(2099, 1, 5, tzinfo=datetime.UTC))
    assert reminder.members == [successor]


def test_the_hand_over_names_the_actions_of_the_post(post):
    given_to(post)

    own, of_the_post = open_actions(post)

    assert (own.number, str(of_the_post.label), of_the_post.number) == (0, "Open actions of the post", 1)


def test_the_link_of_the_hand_over_leads_to_them(signed_in, post):
    action = given_to(post)
    FollowUpFactory()
    successor = handed_over(post)

    [_own, of_the_post] = open_actions(successor.posts.get())
    page = signed_in(successor).get(of_the_post.address)

    assert list(page.context["rows"]) == [action]


def test_a_person_or_a_post_and_not_both(post):
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUpFactory(post=post)


def test_a_post_is_an_owner(secretary, post):
    action = given_to(post)

    assert lacks_of(action.decision.meeting)[1:] == []


def test_the_page_names_the_post_and_who_holds_it(signed_in, secretary, post):
    action = given_to(post)
    successor = handed_over(post)

    page = signed_in(secretary).get(action.get_absolute_url())

    assert (page.context["action"].owner, page.context["holders"]) == (
        "co-lead of a subcommittee, Economy (Beijing)",
        [successor],
    )


def test_the_form_keeps_a_post_that_has_changed_hands(signed_in, secretary, post):
    action = given_to(post)
    handed_over(post)

    form = signed_in(secretary).get(reverse("follow_up_edit", args=[action.pk])).context["form"]

    offices = [str(each) for each in form.fields["post"].queryset if each.city == post.city]
    assert (offices, form.initial["post"]) == (["co-lead of a subcommittee, Economy"], post.pk)
