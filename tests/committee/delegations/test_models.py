import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from committee.history.deletion import StillNeeded
from committee.meetings.actions import delete_meeting
from tests.factories.city import beijing
from tests.factories.delegation import DelegateFactory, DelegationFactory, announced, led_by
from tests.factories.member import MemberFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "fields",
    [
        {"attendance": "substituted"},
        {"attendance": "absent", "substitute_ko": "이몽룡 과장"},
        {"name_en": ""},
    ],
    ids=["substituted by nobody", "a substitute for one who was absent", "without a name"],
)
def test_the_database_refuses_a_delegate_that_cannot_be(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        DelegateFactory(**fields)


def test_the_database_keeps_one_head_a_delegation():
    [head] = led_by(DelegationFactory(), "Head")

    with pytest.raises(IntegrityError), transaction.atomic():
        DelegateFactory(delegation=head.delegation, is_head=True)


def test_the_database_keeps_a_member_in_a_delegation_once():
    delegate = DelegateFactory(member=MemberFactory())

    with pytest.raises(IntegrityError), transaction.atomic():
        DelegateFactory(delegation=delegate.delegation, member=delegate.member)


def test_the_database_keeps_one_delegation_of_a_city_to_a_meeting():
    delegation = DelegationFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        DelegationFactory(meeting=delegation.meeting)


def test_announced_goes_with_by_whom():
    with pytest.raises(IntegrityError), transaction.atomic():
        DelegationFactory(announced_at=timezone.now())


@pytest.mark.parametrize(
    ("language", "introduced"),
    [
        ("ko", ["서울특별시", "홍길동", "국장"]),
        ("zh-hans", ["首尔市", "局长", "洪吉童"]),
        ("en", ["Hong Gildong", "Director General", "Seoul"]),
    ],
)
def test_a_person_is_introduced_as_the_language_orders_it(language, introduced):
    delegate = DelegateFactory.build(
        delegation=None,
        name_ko="홍길동",
        name_zh_hans="洪吉童",
        name_en="Hong Gildong",
        title_ko="국장",
        title_zh_hans="局长",
        title_en="Director General",
        organisation_ko="서울특별시",
        organisation_zh_hans="首尔市",
        organisation_en="Seoul",
    )

    with translation.override(language):
        assert delegate.introduced == introduced


def test_a_meeting_with_a_draft_is_not_deleted_and_the_refusal_gives_the_draft_away_to_nobody(secretary):
    draft = DelegationFactory(city=beijing())

    with pytest.raises(StillNeeded, match=r"“delegation”$"):
        delete_meeting(by=secretary, meeting=draft.meeting)


def test_of_an_announced_delegation_the_refusal_says_which(secretary):
    delegation = announced(beijing(), meeting__ordinal=3)

    with pytest.raises(StillNeeded, match=r"“Delegation of Beijing to General meeting no\. 3”$"):
        delete_meeting(by=secretary, meeting=delegation.meeting)
