"""Members are invited by mail: in their language, once, and not for ever."""

import re
import smtplib

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse

from committee.members import actions
from committee.members.invitations import invite
from committee.members.models import Role
from committee.members.rules import MailNotTaken, NoAddress
from committee.models import HistoryEntry, Member
from tests.factories.city import beijing
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "a garden by the Cheonggyecheon"


class Refusing(EmailBackend):
    def send_messages(self, messages):
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


@pytest.fixture
def invited(secretary):
    return actions.create_member(
        by=secretary, username="new", name_ko="김하늘", language="ko", email="new@seoul.example"
    )


def link_in(letter):
    return re.search(r"http://127\.0\.0\.1:8000(/\S+)", letter.body)[1]


def is_good(path):
    return not Client().get(path, follow=True).context.get("token_fail", False)


def test_an_invitation_goes_to_the_member_in_the_members_language(secretary, invited):
    invite(by=secretary, member=invited)

    letter = mail.outbox[0]
    assert (letter.to, letter.body.splitlines()[0]) == (["new@seoul.example"], "김하늘")
    assert letter.subject == "통합위원회 협력관리 시스템 초대"
    assert link_in(letter).startswith("/ko/account/password/reset/key/")


def test_who_is_invited_chooses_a_password_and_signs_in(secretary, invited):
    invite(by=secretary, member=invited)
    visitor = Client()
    form_at = visitor.get(link_in(mail.outbox[0]), follow=True).redirect_chain[-1][0]

    visitor.post(form_at, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})

    assert Client().login(username="new", password=NEW_PASSWORD) is True
    assert is_good(link_in(mail.outbox[0])) is False


def test_an_invitation_ends(secretary, invited, settings):
    invite(by=secretary, member=invited)
    settings.PASSWORD_RESET_TIMEOUT = -1

    assert is_good(link_in(mail.outbox[0])) is False


def test_an_invitation_to_a_wrong_address_is_void_once_the_address_is_corrected(secretary, invited):
    invite(by=secretary, member=invited)
    actions.edit_member(by=secretary, member=invited, email="right@seoul.example")
    invite(by=secretary, member=Member.objects.get(pk=invited.pk))

    wrong, right = mail.outbox

    assert (right.to, is_good(link_in(wrong)), is_good(link_in(right))) == (
        ["right@seoul.example"],
        False,
        True,
    )


def test_an_invitation_is_void_for_who_may_no_longer_sign_in(secretary, invited):
    invite(by=secretary, member=invited)
    actions.edit_member(by=secretary, member=invited, is_active=False)
    visitor = Client()
    form_at = visitor.get(link_in(mail.outbox[0]), follow=True).request["PATH_INFO"]

    visitor.post(form_at, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})

    assert Client().login(username="new", password=NEW_PASSWORD) is False


def test_history_says_who_invited_and_not_the_link(secretary, invited):
    invite(by=secretary, member=invited)

    entry = HistoryEntry.objects.of(invited).order_by("-pk").first()
    assert (entry.by, entry.changes, entry.comment) == (
        secretary,
        {},
        "The sign-in link was sent by e-mail.",
    )


def test_the_secretariat_learns_that_the_mail_server_refused(secretary, invited, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"

    with pytest.raises(MailNotTaken, match="Connection unexpectedly closed"):
        invite(by=secretary, member=invited)

    comments = HistoryEntry.objects.of(invited).values_list("comment", flat=True)
    assert "The sign-in link was sent by e-mail." not in comments


def test_nobody_is_invited_without_an_address(secretary):
    with pytest.raises(NoAddress):
        invite(by=secretary, member=member_with(Role.OBSERVER))


def test_nobody_invites_for_the_other_city(secretary):
    theirs = member_with(Role.OBSERVER, beijing())

    with pytest.raises(PermissionDenied):
        invite(by=secretary, member=theirs)


def test_the_page_says_what_became_of_the_invitation(signed_in, secretary, invited):
    page = signed_in(secretary).post(reverse("member_invite", args=[invited.pk]), follow=True)

    assert [str(message) for message in page.context["messages"]] == ["The invitation was sent."]
