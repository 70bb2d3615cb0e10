import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from committee.history.deletion import StillNeeded
from committee.members import actions
from committee.members.models import Role
from committee.members.rules import LocksOneselfOut
from committee.models import HistoryEntry, Member
from tests.factories.city import beijing
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.date(2020, 1, 1)
NEW_PASSWORD = "a garden by the Cheonggyecheon"


def test_a_new_member_is_of_the_city_of_the_secretariat(secretary):
    member = actions.create_member(by=secretary, username="new", name_en="New")

    assert member.city == secretary.city


def test_a_new_member_cannot_sign_in_before_choosing_a_password(secretary):
    member = actions.create_member(by=secretary, username="new", name_en="New")

    assert member.has_usable_password() is False


@pytest.mark.parametrize(
    ("theirs", "ours", "sentence"),
    [
        ({"username": "kim"}, {"username": "Kim"}, "Another member has this sign-in name."),
        (
            {"username": "kim", "email": "kim@example.org"},
            {"username": "lee", "email": "Kim@Example.org"},
            "Another member has this e-mail address.",
        ),
    ],
)
def test_nobody_is_called_like_a_member_of_the_other_city_who_could_not_sign_in_then(
    theirs, ours, sentence, secretary
):
    other_secretary = member_with(Role.SECRETARIAT, beijing())
    actions.create_member(by=secretary, name_en="Kim", **theirs)

    with pytest.raises(ValidationError) as refused:
        actions.create_member(by=other_secretary, name_en="Kim", **ours)

    assert refused.value.messages == [sentence]


def test_a_member_signs_in_in_whatever_case_the_name_is_typed(secretary):
    member = actions.create_member(by=secretary, username="Kim.Seoul", name_en="Kim")
    member.set_password(NEW_PASSWORD)
    member.save()

    assert Client().login(username="kim.seoul", password=NEW_PASSWORD) is True


def test_nobody_manages_the_members_of_the_other_city(secretary):
    theirs = member_with(Role.OBSERVER, beijing())

    with pytest.raises(PermissionDenied):
        actions.edit_member(by=secretary, member=theirs, is_active=False)


def test_the_sign_in_link_lets_a_member_choose_a_password_once(secretary):
    member = actions.create_member(by=secretary, username="new", name_en="New")
    path = actions.make_sign_in_link(by=secretary, member=member)
    visitor = Client()
    form_at = visitor.get(path, follow=True).redirect_chain[-1][0]

    visitor.post(form_at, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})

    assert Client().login(username="new", password=NEW_PASSWORD) is True
    assert Client().get(path).context["token_fail"] is True


def test_history_says_who_made_a_sign_in_link_and_not_the_link(secretary):
    member = member_with(Role.OBSERVER)

    actions.make_sign_in_link(by=secretary, member=member)

    entry = HistoryEntry.objects.of(member).get()
    assert (entry.by, entry.changes, entry.comment) == (secretary, {}, "A sign-in link was made.")


def test_no_sign_in_link_for_somebody_who_may_not_sign_in(secretary):
    member = member_with(Role.OBSERVER)
    actions.edit_member(by=secretary, member=member, is_active=False)
    member.refresh_from_db()

    with pytest.raises(PermissionDenied):
        actions.make_sign_in_link(by=secretary, member=member)


def test_somebody_who_may_no_longer_sign_in_is_out_at_once(secretary, signed_in):
    member = member_with(Role.OBSERVER)
    visitor = signed_in(member)

    actions.edit_member(by=secretary, member=member, is_active=False)

    assert visitor.get("/en/meetings/").status_code == 302


def test_nobody_locks_oneself_out(secretary):
    with pytest.raises(LocksOneselfOut):
        actions.edit_member(by=secretary, member=secretary, is_active=False)


def test_nobody_deletes_oneself(secretary):
    with pytest.raises(LocksOneselfOut):
        actions.delete_member(by=secretary, member=secretary)


def test_nobody_ends_the_own_post_in_the_secretariat(secretary):
    with pytest.raises(LocksOneselfOut):
        actions.edit_post(by=secretary, post=secretary.posts.get(), held_until=LONG_AGO)

    assert secretary.posts.get().held_until is None


def test_a_member_who_has_acted_stays(secretary):
    other = member_with(Role.SECRETARIAT)
    HistoryEntry.objects.all().delete()
    actions.create_member(by=other, username="new", name_en="New")

    with pytest.raises(StillNeeded):
        actions.delete_member(by=secretary, member=other)


def test_a_member_who_did_nothing_goes_with_the_posts(secretary):
    member = member_with(Role.OBSERVER)

    actions.delete_member(by=secretary, member=member)

    assert Member.objects.filter(pk=member.pk).exists() is False


def test_a_co_lead_needs_a_subcommittee(secretary):
    with pytest.raises(ValidationError):
        actions.add_post(by=secretary, member=member_with(Role.OBSERVER), role=Role.CO_LEAD)


def test_a_post_gives_its_rights_for_its_term_only(secretary):
    member = member_with(Role.OBSERVER)
    environment = SubcommitteeFactory()

    actions.add_post(
        by=secretary, member=member, role=Role.CO_LEAD, subcommittee=environment, held_until=LONG_AGO
    )

    assert Member.objects.get(pk=member.pk).holds(Role.CO_LEAD) is False
