import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import Member
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(writer, rows, django_assert_num_queries):
    for _ in range(rows):
        member_with(Role.CO_LEAD, beijing())
    writer.get(reverse("member_list"))

    with django_assert_num_queries(9):
        page = writer.get(reverse("member_list"))

    assert len(page.context["rows"]) == rows + 1


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"q": "길동"}, ["gildong"]),
        ({"q": "gildong"}, ["gildong"]),
        ({"role": "co_lead"}, ["san"]),
        ({"city": lambda: beijing().pk}, ["san"]),
        ({"subcommittee": lambda: SubcommitteeFactory().pk}, ["san"]),
    ],
)
def test_members_are_found_by_name_role_city_and_subcommittee(writer, filters, found):
    seoul(), beijing(), SubcommitteeFactory()
    Member.objects.filter(pk=member_with(Role.OBSERVER).pk).update(username="gildong", name_ko="홍길동")
    Member.objects.filter(pk=member_with(Role.CO_LEAD, beijing()).pk).update(username="san")
    chosen = {name: value() if callable(value) else value for name, value in filters.items()}

    page = writer.get(reverse("member_list"), chosen)

    assert [member.username for member in page.context["rows"]] == found


def test_the_address_of_a_member_is_shown_to_the_own_secretariat_only(signed_in, secretary):
    member = member_with(Role.OBSERVER)
    readers = secretary, member, member_with(Role.SECRETARIAT, beijing()), member_with(Role.OBSERVER)

    shown = [signed_in(reader).get(member.get_absolute_url()).context["shows_contact"] for reader in readers]

    assert shown == [True, True, False, False]


def test_the_api_tells_neither_addresses_nor_sign_in_names(signed_in, secretary):
    answer = signed_in(secretary).get(reverse("api-member-detail", args=[secretary.pk]))

    assert sorted(answer.json()) == sorted(
        ["id", "city", "name_ko", "name_zh_hans", "name_en", "posts", "is_illustrative"]
    )


def test_the_sign_in_link_is_shown_in_one_answer_that_nobody_keeps(writer):
    member = member_with(Role.OBSERVER)

    page = writer.post(reverse("member_sign_in_link", args=[member.pk]))

    assert page.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert page.context["address"].startswith("http://testserver/en/account/password/reset/key/")


@pytest.mark.parametrize(("role", "found"), [(Role.SECRETARIAT, 1), (Role.OBSERVER, 0)])
def test_sign_in_names_are_found_by_the_own_secretariat_alone(signed_in, role, found):
    member_with(Role.LIAISON, seoul())
    Member.objects.update(username="liaison.seoul")
    reader = signed_in(member_with(role, seoul()))

    page = reader.get(reverse("member_list"), {"q": "liaison.seoul"})

    assert len(page.context["rows"]) == found
