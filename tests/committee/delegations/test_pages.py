import datetime

import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import Delegate, Delegation
from committee.search.indexing import build
from tests.factories.city import beijing, seoul
from tests.factories.delegation import DelegateFactory, DelegationFactory, announced, led_by
from tests.factories.meeting import MeetingFactory
from tests.factories.member import MemberFactory, member_with

DAY = datetime.date(2018, 3, 19)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    """Somebody of Seoul who only looks on."""
    return signed_in(member_with(Role.OBSERVER))


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_lists_take_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for _ in range(rows):
        announced(seoul())

    for name, queries in (("delegation_list", 8), ("delegate_list", 7)):
        reader.get(reverse(name))
        with django_assert_num_queries(queries):
            page = reader.get(reverse(name))
        assert len(page.context["rows"]) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_people(writer, rows, django_assert_num_queries):
    delegation = announced(seoul())
    for _ in range(rows - 1):
        DelegateFactory(delegation=delegation)
    writer.get(delegation.get_absolute_url())

    with django_assert_num_queries(6):
        page = writer.get(delegation.get_absolute_url())

    assert len(page.context["delegates"]) == rows


def test_the_other_citys_draft_is_nowhere(reader, signed_in):
    draft = DelegationFactory(city=beijing())
    led_by(draft, "Wang Xqzu")
    build()
    addresses = [
        reverse("delegation_list"),
        reverse("delegate_list"),
        f"{reverse('delegate_list')}?format=csv",
        reverse("api-delegation-list"),
        f"{reverse('search')}?q=Wang",
        draft.meeting.get_absolute_url(),
        reverse("home"),
    ]

    seen = [b"Xqzu" in reader.get(address).getvalue() for address in addresses]
    theirs = signed_in(member_with(Role.OBSERVER, beijing()))

    assert seen == [False] * len(addresses)
    assert [b"Xqzu" in theirs.get(address).getvalue() for address in addresses[:6]] == [True] * 6


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("", ["Seoul", "Beijing"]),
        ("q=head of bei", ["Beijing"]),
        ("announced=false", ["Seoul"]),
        ("announced=true", ["Beijing"]),
    ],
)
def test_the_list_finds(reader, filters, found):
    draft = DelegationFactory()
    announced(beijing(), meeting=draft.meeting)

    page = reader.get(f"{reverse('delegation_list')}?{filters}")

    assert [delegation.city.name_en for delegation in page.context["rows"]] == found


def test_a_new_delegation_proposes_the_people_of_the_last_one(writer):
    for year in (2015, 2018, 2013):
        announced(seoul(), meeting__starts_on=datetime.date(year, 3, 19))
    last = Delegation.objects.get(meeting__starts_on__year=2018)
    address = reverse("delegation_new", args=[MeetingFactory(starts_on=None, state="planned").pk])

    proposed = writer.get(address).context["form"]["like"].value()
    writer.post(address, {"like": proposed})

    new = Delegation.objects.get(meeting__starts_on=None)
    assert (proposed, [each.name_en for each in new.delegates.all()]) == (last.pk, ["Head of Seoul"])


def test_a_city_has_one_delegation_to_a_meeting(writer):
    draft = DelegationFactory()

    answer = writer.post(reverse("delegation_new", args=[draft.meeting.pk]), {"like": ""})

    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors() == [
        "This city has a delegation to this meeting already."
    ]


def test_what_is_left_empty_is_taken_from_the_member(writer):
    draft = DelegationFactory()
    member = MemberFactory(name_ko="홍길동", name_en="Hong Gildong", title_ko="국장")

    writer.post(reverse("delegate_new", args=[draft.pk]), {"member": member.pk, "organisation_en": "Seoul"})

    delegate = Delegate.objects.get()
    assert (delegate.name_ko, delegate.name_en, delegate.title_ko) == ("홍길동", "Hong Gildong", "국장")


def test_nobody_without_a_name_is_saved(writer):
    answer = writer.post(reverse("delegate_new", args=[DelegationFactory().pk]), {"title_en": "Director"})

    assert (answer.status_code, Delegate.objects.count()) == (422, 0)


def test_the_buttons_move_people(writer):
    draft = DelegationFactory()
    *_others, third = led_by(draft, "Head", "Second", "Third")
    address = reverse("delegate_move", args=[third.pk])

    writer.post(address, {"to": "up", "seen": draft.version})
    again = writer.post(address, {"to": "down", "seen": draft.version})

    assert [each.name_en for each in draft.delegates.all()] == ["Head", "Third", "Second"]
    assert (again.status_code, str(again.context["refusal"])) == (
        422,
        "Somebody changed the same fields while you were writing. Nothing was saved yet.",
    )


def test_attendance_of_everybody_is_saved_with_one_button(writer):
    draft = DelegationFactory(meeting__starts_on=DAY)
    head, second = led_by(draft, "Head", "Second")
    sent = {
        f"delegate-{head.pk}-attendance": "present",
        f"initial-delegate-{head.pk}-attendance": "expected",
        f"delegate-{second.pk}-attendance": "substituted",
        f"initial-delegate-{second.pk}-attendance": "expected",
        f"delegate-{second.pk}-substitute_en": "Li Si",
    }

    answer = writer.post(reverse("attendance", args=[draft.pk]), sent)

    found = [(each.attendance, each.substitute_en) for each in draft.delegates.all()]
    assert (answer.status_code, found) == (302, [("present", ""), ("substituted", "Li Si")])


def test_a_substitute_without_a_name_is_asked_for(writer):
    draft = DelegationFactory(meeting__starts_on=DAY)
    [head] = led_by(draft, "Head")

    answer = writer.post(
        reverse("attendance", args=[draft.pk]), {f"delegate-{head.pk}-attendance": "substituted"}
    )

    [(_delegate, form)] = answer.context["forms"]
    assert form.non_field_errors() == ["Say who came instead where somebody was substituted, and only there."]


def test_attendance_is_not_asked_for_before_the_meeting(writer):
    draft = DelegationFactory(meeting__starts_on=DAY, meeting__state="postponed")

    answer = writer.get(reverse("attendance", args=[draft.pk]))

    assert (answer.status_code, str(answer.context["refusal"])) == (422, "The meeting has not begun yet.")


def test_the_api_names_people_in_the_order_of_protocol(reader):
    delegation = announced(beijing())
    DelegateFactory(delegation=delegation, name_en="Second")

    [found] = reader.get(reverse("api-delegation-list")).json()["results"]

    assert [each["name_en"] for each in found["delegates"]] == ["Head of Beijing", "Second"]
