import datetime

import pytest
from django.test import Client
from django.urls import reverse

from committee.dashboard.scorecard import scorecard
from committee.dashboard.waiting import waiting_for
from committee.members.models import Role
from committee.models import Member
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.member import member_with
from tests.factories.milestone import MilestoneFactory
from tests.factories.subcommittee import SubcommitteeFactory
from tests.factories.update import (
    UpdateFactory,
    differing_update,
    one_sided_update,
    returned_update,
    submitted_update,
)

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.date(2019, 12, 31)


def lead_of(city):
    return member_with(Role.CO_LEAD, city, SubcommitteeFactory())


@pytest.mark.parametrize("rows", [1, 3])
def test_home_takes_the_same_queries_for_any_number_of_rows(signed_in, rows, django_assert_num_queries):
    for _ in range(rows):
        UpdateFactory()
        returned_update()
        submitted_update()
        one_sided_update()
        differing_update()
        submitted_update(city=beijing(), answering_city=seoul())
        CommitmentFactory(due_on=LONG_AGO)
        MilestoneFactory(due_on=LONG_AGO)
    reader = signed_in(lead_of(seoul()))
    reader.get(reverse("home"))

    with django_assert_num_queries(25):
        page = reader.get(reverse("home"))

    assert {len(each.records) for each in vars(page.context["waiting"]).values()} == {rows}


def test_an_update_waits_for_the_co_lead_of_the_other_city():
    update = submitted_update()
    theirs, ours = lead_of(beijing()), lead_of(seoul())

    waiting = waiting_for(theirs).to_answer.records, waiting_for(ours).to_answer.records

    assert waiting == ([update], [])


def test_a_returned_update_waits_for_the_city_that_wrote_it():
    update = returned_update()

    waiting = waiting_for(lead_of(seoul())).returned.records, waiting_for(lead_of(beijing())).returned.records

    assert waiting == ([update], [])


def test_a_draft_is_shown_to_its_own_city_only():
    draft = UpdateFactory()

    waiting = waiting_for(lead_of(seoul())).drafts.records, waiting_for(lead_of(beijing())).drafts.records

    assert waiting == ([draft], [])


def test_nothing_waits_for_an_observer():
    submitted_update()
    CommitmentFactory(due_on=LONG_AGO)

    waiting = waiting_for(member_with(Role.OBSERVER))

    assert waiting.is_anything is False


def test_overdue_commitments_of_all_subcommittees_wait_for_a_secretariat(secretary):
    economy = SubcommitteeFactory(code="economy")
    late = CommitmentFactory(due_on=LONG_AGO, subcommittee=economy)

    waiting = [waiting_for(each).overdue_commitments.records for each in (secretary, lead_of(seoul()))]

    assert waiting == [[late], []]


def test_a_long_list_is_cut_and_says_so(secretary):
    CommitmentFactory.create_batch(6, due_on=LONG_AGO)

    late = waiting_for(secretary).overdue_commitments

    assert (len(late.records), late.has_more) == (5, True)


def test_the_scorecard_counts_each_thing_once():
    environment = SubcommitteeFactory()
    CommitmentFactory.create_batch(2, due_on=LONG_AGO, subcommittee=environment)
    submitted_update()
    submitted_update()
    MilestoneFactory(due_on=LONG_AGO)

    [row] = scorecard(datetime.date(2021, 1, 1))

    assert (row.total, row.numbers) == (2, [0, 0, 2, 0, 0, 0])
    assert (row.projects_under_way, row.late_milestones, row.unanswered_updates) == (3, 1, 2)


def test_everybody_may_read_what_this_is():
    seoul(), beijing()

    page = Client().get(reverse("home"))

    assert page.templates[0].name == "dashboard/welcome.html"


def test_the_bare_address_leads_a_member_to_the_own_language(signed_in):
    member = member_with(Role.OBSERVER)
    Member.objects.filter(pk=member.pk).update(language="zh-hans")

    answer = signed_in(member).get("/", headers={"accept-language": "ko"})

    assert answer.headers["Location"] == "/zh-hans/"


def test_the_bare_address_leads_a_visitor_to_the_language_of_the_browser():
    answer = Client().get("/", headers={"accept-language": "ko,en;q=0.5"})

    assert answer.headers["Location"] == "/ko/"


def test_the_language_switch_keeps_page_and_filters(signed_in, secretary):
    page = signed_in(secretary).get("/en/members/", {"q": "길동", "role": "co_lead"})

    addresses = [link["address"] for link in page.context["language_links"]]

    assert addresses == [
        "/ko/members/?q=%EA%B8%B8%EB%8F%99&role=co_lead",
        "/zh-hans/members/?q=%EA%B8%B8%EB%8F%99&role=co_lead",
        "/en/members/?q=%EA%B8%B8%EB%8F%99&role=co_lead",
    ]


@pytest.mark.parametrize(("role", "panels"), [(Role.LIAISON, 1), (Role.OBSERVER, 0)])
def test_a_panel_of_another_room_stands_where_the_role_is_held(signed_in, role, panels):
    page = signed_in(member_with(role)).get(reverse("home")).content.decode()

    assert page.count('hx-get="/en/air/waiting/"') == panels


@pytest.mark.parametrize(("language", "names"), [("zh-hans", "经济、环境"), ("ko", "경제, 환경")])
def test_names_stand_beside_each_other_as_the_language_has_it(client, language, names):
    SubcommitteeFactory(code="economy", position=1, name_ko="경제", name_zh_hans="经济")
    SubcommitteeFactory(code="environment", position=2, name_ko="환경", name_zh_hans="环境")

    assert f"<dd>{names}</dd>" in client.get(f"/{language}/").content.decode()
