import datetime

import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import Post
from committee.subcommittees.seats import seats_of
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.member import MemberFactory, member_with
from tests.factories.project import ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2020, 6, 1)


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_rows(writer, rows, django_assert_num_queries):
    environment = SubcommitteeFactory()
    for _ in range(rows):
        CommitmentFactory(subcommittee=environment)
        ProjectFactory(subcommittee=environment)
        member_with(Role.CONTRIBUTOR, seoul(), environment)
    writer.get(environment.get_absolute_url())

    with django_assert_num_queries(13):
        page = writer.get(environment.get_absolute_url())

    assert len(page.context["projects"]) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(writer, rows, django_assert_num_queries):
    for number in range(rows):
        SubcommitteeFactory(code=f"field-{number}")
    writer.get(reverse("subcommittee_list"))

    with django_assert_num_queries(5):
        page = writer.get(reverse("subcommittee_list"))

    assert len(page.context["rows"]) == rows


def test_the_list_counts_commitments_and_projects_once_each(writer):
    environment = SubcommitteeFactory()
    CommitmentFactory.create_batch(2, subcommittee=environment)
    ProjectFactory.create_batch(3, subcommittee=environment)

    page = writer.get(reverse("subcommittee_list"))

    row = page.context["rows"][0]
    assert (row.open_commitments, row.all_projects) == (2, 3)


def test_the_seats_say_who_leads_today_and_who_did_before():
    seoul(), beijing()
    environment = SubcommitteeFactory()
    before, now = MemberFactory(), MemberFactory()
    past = Post.objects.create(
        member=before,
        city=before.city,
        role=Role.CO_LEAD,
        subcommittee=environment,
        held_until=datetime.date(2019, 12, 31),
    )
    held = Post.objects.create(
        member=now,
        city=now.city,
        role=Role.CO_LEAD,
        subcommittee=environment,
        held_from=datetime.date(2020, 1, 1),
    )

    of_seoul, of_beijing = seats_of(environment, TODAY)

    assert (of_seoul.co_leads, of_seoul.at_other_times) == ([held], [past])
    assert (of_beijing.co_leads, of_beijing.at_other_times) == ([], [])
