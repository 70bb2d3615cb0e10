"""Posts with terms: one holder at a time, deputies beside, and one holder after the other."""

import datetime
import threading

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from committee.members import actions
from committee.members.models import Role, Standing
from committee.members.rules import LocksOneselfOut, PostTaken
from committee.models import HistoryEntry, Member, Post
from tests.factories.city import beijing
from tests.factories.member import MemberFactory, member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
NEW_YEAR = datetime.date(2020, 1, 1)


def liaison(by, member, **term):
    return actions.add_post(by=by, member=member, role=Role.LIAISON, **term)


@pytest.fixture
def colleague(secretary):
    return member_with(Role.OBSERVER, secretary.city)


@pytest.mark.parametrize(
    ("held_from", "held_until", "holds"), [(-1, 1, True), (0, 0, True), (1, None, False), (None, -1, False)]
)
def test_rights_begin_and_end_with_the_term(secretary, colleague, held_from, held_until, holds):
    term = {"held_from": held_from, "held_until": held_until}
    days = {name: colleague.today + away * DAY for name, away in term.items() if away is not None}

    liaison(secretary, colleague, **days)

    assert Member.objects.get(pk=colleague.pk).holds(Role.LIAISON) is holds


def test_a_post_is_not_taken_along_to_the_other_city(colleague):
    Member.objects.filter(pk=colleague.pk).update(city=beijing())

    assert Member.objects.get(pk=colleague.pk).posts_now == []


def test_a_post_is_given_to_one_at_a_time(secretary, colleague):
    holder = member_with(Role.LIAISON)

    with pytest.raises(PostTaken, match=str(holder)):
        liaison(secretary, colleague, held_from=NEW_YEAR)

    assert colleague.posts.filter(role=Role.LIAISON).exists() is False


def test_a_changed_term_does_not_reach_into_that_of_another(secretary, colleague):
    first = liaison(secretary, colleague, held_until=NEW_YEAR)
    liaison(secretary, member_with(Role.OBSERVER), held_from=NEW_YEAR + DAY)

    with pytest.raises(PostTaken):
        actions.edit_post(by=secretary, post=first, held_until=NEW_YEAR + DAY)

    first.refresh_from_db()
    assert first.held_until == NEW_YEAR


def test_another_city_and_another_subcommittee_have_their_own_holders(secretary, colleague):
    environment, culture = SubcommitteeFactory(), SubcommitteeFactory(code="culture")
    member_with(Role.CO_LEAD, beijing(), culture)
    member_with(Role.CO_LEAD, secretary.city, environment)

    post = actions.add_post(by=secretary, member=colleague, role=Role.CO_LEAD, subcommittee=culture)

    assert post.city == secretary.city


def test_a_post_has_any_number_of_deputies_with_its_rights(secretary, colleague):
    member_with(Role.LIAISON)
    another = member_with(Role.OBSERVER)

    for deputy in (colleague, another):
        liaison(secretary, deputy, standing=Standing.DEPUTY)

    assert [deputy.holds(Role.LIAISON) for deputy in (colleague, another)] == [True, True]


def test_a_secretariat_has_one_head_among_its_members(secretary):
    actions.edit_post(by=secretary, post=secretary.posts.get(), standing=Standing.HEAD)
    other = member_with(Role.SECRETARIAT)

    with pytest.raises(PostTaken):
        actions.edit_post(by=secretary, post=other.posts.get(), standing=Standing.HEAD)


@pytest.mark.parametrize(
    ("role", "standing"),
    [(Role.OBSERVER, Standing.DEPUTY), (Role.CONTRIBUTOR, Standing.HEAD), (Role.LIAISON, Standing.HEAD)],
)
def test_who_has_no_deputy_and_no_head_gets_none(secretary, colleague, role, standing):
    subcommittee = SubcommitteeFactory() if role == Role.CONTRIBUTOR else None
    post = {"role": role, "standing": standing, "subcommittee": subcommittee}

    with pytest.raises(ValidationError):
        actions.add_post(by=secretary, member=colleague, **post)
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(member=colleague, city=colleague.city, **post)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no exclusion constraint")
@pytest.mark.parametrize(
    ("role", "standing"),
    [
        (Role.CO_LEAD, Standing.HOLDER),
        (Role.LIAISON, Standing.HOLDER),
        (Role.SECRETARIAT, Standing.HEAD),
    ],
)
def test_the_database_refuses_a_second_holder(secretary, role, standing):
    subcommittee = SubcommitteeFactory() if role == Role.CO_LEAD else None

    for member in MemberFactory.create_batch(2, city=secretary.city):
        Post.objects.create(
            member=member, city=member.city, role=role, standing=standing, subcommittee=subcommittee
        )

    with pytest.raises(IntegrityError), transaction.atomic():
        connection.check_constraints()
    Post.objects.filter(role=role).delete()


def test_a_post_passes_to_the_successor_without_a_day_between(secretary, colleague):
    post = member_with(Role.LIAISON).posts.get()

    successor = actions.pass_on(by=secretary, post=post, successor=colleague, first_day=NEW_YEAR)

    post.refresh_from_db()
    assert (post.held_until, successor.held_from) == (NEW_YEAR - DAY, NEW_YEAR)
    assert (successor.member, successor.role, successor.held_until) == (colleague, Role.LIAISON, None)


def test_history_says_who_ended_one_term_and_began_the_next(secretary, colleague):
    post = member_with(Role.LIAISON).posts.get()

    successor = actions.pass_on(by=secretary, post=post, successor=colleague, first_day=NEW_YEAR)

    ended, begun = HistoryEntry.objects.of(post).get(), HistoryEntry.objects.of(successor).get()
    assert (ended.by, ended.changes) == (secretary, {"held_until": [None, "2019-12-31"]})
    assert (begun.by, begun.verb) == (secretary, HistoryEntry.Verb.CREATED)


def test_a_term_that_ends_earlier_keeps_its_end(secretary, colleague):
    post = liaison(secretary, member_with(Role.OBSERVER), held_until=NEW_YEAR - 30 * DAY)

    actions.pass_on(by=secretary, post=post, successor=colleague, first_day=NEW_YEAR)

    post.refresh_from_db()
    assert post.held_until == NEW_YEAR - 30 * DAY


def test_nobody_succeeds_before_the_holder_began(secretary, colleague):
    post = liaison(secretary, member_with(Role.OBSERVER), held_from=NEW_YEAR)

    with pytest.raises(ValidationError):
        actions.pass_on(by=secretary, post=post, successor=colleague, first_day=NEW_YEAR)


def test_nobody_of_the_other_city_succeeds(secretary):
    post = member_with(Role.LIAISON).posts.get()

    with pytest.raises(PermissionDenied):
        actions.pass_on(
            by=secretary, post=post, successor=member_with(Role.OBSERVER, beijing()), first_day=NEW_YEAR
        )


def test_the_head_of_a_secretariat_does_not_pass_on_the_last_own_post(secretary, colleague):
    head = actions.edit_post(by=secretary, post=secretary.posts.get(), standing=Standing.HEAD)

    with pytest.raises(LocksOneselfOut):
        actions.pass_on(by=secretary, post=head, successor=colleague, first_day=secretary.today)


def test_the_page_of_a_successor_says_who_is_in_the_way(signed_in, secretary, colleague):
    post = member_with(Role.LIAISON).posts.get()
    actions.pass_on(by=secretary, post=post, successor=colleague, first_day=NEW_YEAR)
    third = member_with(Role.OBSERVER)

    page = signed_in(secretary).post(
        reverse("post_pass_on", args=[post.pk]), {"member": third.pk, "held_from": "2019-06-01"}
    )

    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["held_from"]


def test_what_has_no_successor_has_no_such_page(signed_in, secretary, colleague):
    page = signed_in(secretary).get(reverse("post_pass_on", args=[colleague.posts.get().pk]))

    assert page.status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_appointed_at_once_one_holds_the_post():
    secretary = member_with(Role.SECRETARIAT)
    candidates = [member_with(Role.OBSERVER), member_with(Role.OBSERVER)]
    start = threading.Barrier(2)
    refused = []

    def appoint(candidate):
        start.wait()
        try:
            liaison(secretary, candidate)
        except PostTaken as rule:
            refused.append(rule)
        finally:
            connection.close()

    threads = [threading.Thread(target=appoint, args=[candidate]) for candidate in candidates]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (Post.objects.filter(role=Role.LIAISON).count(), len(refused)) == (1, 1)
