import pytest
from django.core.exceptions import PermissionDenied

from committee.delegations import actions
from committee.delegations.rules import (
    AnnouncedAlready,
    AnotherCitysMember,
    HeadNeeded,
    LastOneStays,
    NobodyNamed,
    NowhereToMove,
)
from committee.history.actions import ChangedMeanwhile
from committee.members.models import Role
from committee.models import Delegation, HistoryEntry, Notice
from tests.factories.city import beijing, seoul
from tests.factories.delegation import DelegateFactory, DelegationFactory, announced, led_by
from tests.factories.meeting import MeetingFactory
from tests.factories.member import MemberFactory, member_with


def names(delegation: Delegation) -> list[str]:
    return [delegate.name_en for delegate in delegation.delegates.all()]


@pytest.fixture
def draft(db) -> Delegation:
    """Seoul's delegation of three that is not announced."""
    delegation = DelegationFactory()
    led_by(delegation, "Head", "Second", "Third")
    return delegation


def test_a_new_delegation_starts_with_the_people_of_an_earlier_one_in_their_order(secretary, draft):
    draft.delegates.filter(name_en="Third").update(attendance="absent")

    copy = actions.write_delegation(by=secretary, meeting=MeetingFactory(), like=draft)

    copied = [(each.name_en, each.is_head, each.attendance) for each in copy.delegates.all()]
    assert copied == [
        ("Head", True, "expected"),
        ("Second", False, "expected"),
        ("Third", False, "expected"),
    ]
    assert (copy.city, copy.is_announced, names(draft)) == (seoul(), False, ["Head", "Second", "Third"])


def test_nobody_starts_with_the_people_of_the_other_city(secretary):
    with pytest.raises(PermissionDenied):
        actions.write_delegation(by=secretary, meeting=MeetingFactory(), like=announced(beijing()))


def test_the_first_one_named_becomes_the_head(secretary):
    delegation = DelegationFactory()

    first = actions.add_delegate(by=secretary, delegation=delegation, name_en="Kim")
    second = actions.add_delegate(by=secretary, delegation=delegation, name_en="Lee")

    assert [(each, each.is_head) for each in delegation.delegates.all()] == [(first, True), (second, False)]


def test_another_head_stands_first_and_the_old_one_behind(secretary, draft):
    actions.make_head(by=secretary, delegate=draft.delegates.get(name_en="Third"))

    assert names(draft) == ["Third", "Head", "Second"]
    assert [each.name_en for each in draft.delegates.filter(is_head=True)] == ["Third"]


def test_the_head_stays_while_others_are_there(secretary, draft):
    with pytest.raises(HeadNeeded):
        actions.delete_delegate(by=secretary, delegate=draft.delegates.get(name_en="Head"))


def test_an_announced_delegation_is_not_emptied(secretary):
    delegation = announced(seoul())

    with pytest.raises(LastOneStays):
        actions.delete_delegate(by=secretary, delegate=delegation.delegates.get())


def test_a_draft_may_be_emptied(secretary):
    [head] = led_by(DelegationFactory(), "Head")

    actions.delete_delegate(by=secretary, delegate=head)

    assert names(head.delegation) == []


def test_moving_up_changes_the_order_and_says_so_in_the_history(secretary, draft):
    third = draft.delegates.get(name_en="Third")

    actions.move_delegate(by=secretary, delegate=third, steps=-1, seen_version=draft.version)

    before, after = HistoryEntry.objects.of(draft).first().changes["delegates"]
    assert names(draft) == ["Head", "Third", "Second"]
    assert [[each["title"]["en"] for each in order] for order in (before, after)] == [
        ["Head", "Second", "Third"],
        ["Head", "Third", "Second"],
    ]


@pytest.mark.parametrize(("name", "steps"), [("Head", 1), ("Second", -1), ("Third", 1)])
def test_nobody_moves_before_the_head_or_behind_the_last(secretary, draft, name, steps):
    with pytest.raises(NowhereToMove):
        actions.move_delegate(
            by=secretary, delegate=draft.delegates.get(name_en=name), steps=steps, seen_version=1
        )


def test_an_order_that_somebody_changed_meanwhile_is_not_changed_again(secretary, draft):
    third = draft.delegates.get(name_en="Third")
    actions.move_delegate(by=secretary, delegate=third, steps=-1, seen_version=1)

    with pytest.raises(ChangedMeanwhile):
        actions.move_delegate(by=secretary, delegate=third, steps=1, seen_version=1)

    assert names(draft) == ["Head", "Third", "Second"]


def test_announcing_tells_the_other_citys_secretariat_once(secretary, draft):
    theirs = member_with(Role.SECRETARIAT, beijing())
    member_with(Role.CO_LEAD, beijing())

    actions.announce_delegation(by=secretary, delegation=draft)

    assert [(notice.member, notice.address) for notice in Notice.objects.all()] == [
        (theirs, f"delegations/{draft.pk}/")
    ]


def test_a_delegation_without_people_is_not_announced(secretary):
    with pytest.raises(NobodyNamed):
        actions.announce_delegation(by=secretary, delegation=DelegationFactory())


@pytest.mark.parametrize("act", [actions.announce_delegation, actions.delete_delegation])
def test_what_was_announced_stands(secretary, act):
    with pytest.raises(AnnouncedAlready):
        act(by=secretary, delegation=announced(seoul()))


def test_a_city_names_its_own_members_only(secretary, draft):
    stranger = MemberFactory(city=beijing())

    with pytest.raises(AnotherCitysMember):
        actions.add_delegate(by=secretary, delegation=draft, name_en="Stranger", member=stranger)
    with pytest.raises(AnotherCitysMember):
        actions.edit_delegate(by=secretary, delegate=draft.delegates.first(), member=stranger)


def test_a_secretariat_does_not_write_the_other_citys_delegation(secretary):
    delegate = DelegateFactory(delegation=announced(beijing()))

    for act in (actions.edit_delegate, actions.delete_delegate, actions.make_head):
        with pytest.raises(PermissionDenied):
            act(by=secretary, delegate=delegate)
