"""The page of the posts: who holds them today, and who held them when."""

import datetime

import pytest
from django.urls import reverse

from committee.members.models import Role, Standing
from committee.models import Member, Post
from committee.subcommittees.offices import offices_on
from tests.factories.city import beijing, seoul
from tests.factories.member import MemberFactory, member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def held(member, **fields):
    return Post.objects.create(member=member, city=member.city, **fields)


def test_each_office_has_its_holder_and_deputies_of_each_city():
    seoul(), beijing()
    holder = member_with(Role.LIAISON, seoul()).posts.get()
    deputy = member_with(Role.LIAISON, seoul()).posts.get()
    theirs = member_with(Role.LIAISON, beijing()).posts.get()

    _cities, offices = offices_on(datetime.date(2020, 1, 1))

    of_seoul, of_beijing = offices[1].holdings.values()
    assert (of_seoul.holders, of_seoul.deputies) == ([holder], [deputy])
    assert (of_beijing.holders, of_beijing.deputies) == ([theirs], [])


def test_offices_are_named_also_where_they_are_vacant():
    seoul(), SubcommitteeFactory()

    _cities, offices = offices_on(datetime.date(2020, 1, 1))

    assert [office.title for office in offices] == [
        "head of the secretariat",
        "liaison officer of the hotline",
        "co-lead, Environment",
    ]


def test_terms_are_told_with_the_latest_first_and_by_the_day_asked_for(signed_in, secretary):
    before, now = MemberFactory.create_batch(2, city=secretary.city)
    past = held(before, role=Role.LIAISON, held_until=datetime.date(2019, 12, 31))
    current = held(now, role=Role.LIAISON, held_from=datetime.date(2020, 1, 1))
    reader = signed_in(secretary)

    every = reader.get(reverse("post_list"))
    of_a_day = reader.get(reverse("post_list"), {"on": "2019-07-01"})

    assert list(every.context["rows"]) == [current, past]
    assert list(of_a_day.context["rows"]) == [past]


def test_those_without_a_successor_are_not_among_the_terms(signed_in, secretary):
    member_with(Role.OBSERVER)
    deputy = MemberFactory(city=secretary.city)
    kept = held(deputy, role=Role.SECRETARIAT, standing=Standing.DEPUTY)

    page = signed_in(secretary).get(reverse("post_list"))

    assert list(page.context["rows"]) == [kept]


@pytest.mark.parametrize(
    ("filters", "found"),
    [({"q": "길동"}, ["gildong"]), ({"role": "co_lead"}, ["lead"]), ({}, ["gildong", "lead"])],
)
def test_terms_are_found_by_name_and_role(signed_in, secretary, filters, found):
    Member.objects.filter(pk=member_with(Role.CO_LEAD).pk).update(username="lead")
    Member.objects.filter(pk=member_with(Role.LIAISON).pk).update(username="gildong", name_ko="홍길동")

    page = signed_in(secretary).get(reverse("post_list"), filters)

    assert sorted(post.member.username for post in page.context["rows"]) == found


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_rows(
    signed_in, secretary, rows, django_assert_num_queries
):
    for number in range(rows):
        member_with(Role.CO_LEAD, subcommittee=SubcommitteeFactory(code=f"field-{number}"))
    reader = signed_in(secretary)
    reader.get(reverse("post_list"))

    with django_assert_num_queries(10):
        page = reader.get(reverse("post_list"))

    assert len(page.context["rows"]) == rows


def test_of_a_holder_who_may_no_longer_sign_in_the_page_says_so(signed_in, secretary):
    holder = member_with(Role.LIAISON)
    address = reverse("post_list")
    before = signed_in(secretary).get(address).content.decode()
    Member.objects.filter(pk=holder.pk).update(is_active=False)

    after = signed_in(secretary).get(address).content.decode()

    assert ("may not sign in" in before, "may not sign in" in after) == (False, True)
