"""Signing in through an organisation: it lets in those who were invited, and nobody else."""

import base64
import hashlib
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from committee.models import Member
from tests.committee.members.organisation import organisation
from tests.factories.member import MemberFactory

pytestmark = pytest.mark.django_db
INVITED = "kim@seoul.example"


@pytest.fixture
def provider(settings):
    with organisation() as server:
        settings.SOCIALACCOUNT_PROVIDERS = server.as_setting()
        yield server


def come(provider, **person):
    """Sign in with the organisation, which says `person` of the visitor; return the visitor's browser."""
    provider.person = {"sub": "7", **person}
    visitor = Client()
    back_from(visitor, sent_away(visitor))
    return visitor


def sent_away(visitor):
    """Return what the organisation is asked when a visitor is sent there."""
    away = visitor.post(reverse("openid_connect_login", args=["organisation"]))
    return {name: value for name, [value] in parse_qs(urlsplit(away.headers["Location"]).query).items()}


def back_from(visitor, asked):
    back = reverse("openid_connect_callback", args=["organisation"])
    return visitor.get(back, {"code": "good once", "state": asked["state"]})


def is_in(visitor):
    return visitor.get(reverse("meeting_list")).status_code == 200


def test_who_was_invited_comes_in_by_the_verified_address(provider):
    MemberFactory(email=INVITED)

    assert is_in(come(provider, email=INVITED, email_verified=True)) is True


def test_an_address_that_the_organisation_has_not_verified_lets_nobody_in(provider):
    MemberFactory(email=INVITED)

    assert is_in(come(provider, email=INVITED, email_verified=False)) is False


def test_who_was_not_invited_stays_outside_and_is_not_made_a_member(provider):
    assert is_in(come(provider, email="stranger@seoul.example", email_verified=True)) is False
    assert Member.objects.count() == 0


def test_the_same_person_comes_in_again_after_the_address_changed(provider):
    MemberFactory(email=INVITED)
    come(provider, email=INVITED, email_verified=True)

    again = come(provider, email="kim@another.example", email_verified=True)

    assert is_in(again) is True


def test_another_person_of_the_organisation_does_not_get_in_as_the_first_one(provider):
    MemberFactory(email=INVITED)
    come(provider, email=INVITED, email_verified=True)

    assert is_in(come(provider, sub="8", email="lee@seoul.example", email_verified=True)) is False


def test_who_may_no_longer_sign_in_does_not_by_the_organisation_either(provider):
    member = MemberFactory(email=INVITED)
    come(provider, email=INVITED, email_verified=True)
    Member.objects.filter(pk=member.pk).update(is_active=False)

    assert is_in(come(provider, email=INVITED, email_verified=True)) is False


@pytest.mark.parametrize(
    "claim", [{"aud": "another service"}, {"iss": "https://another.example"}, {"exp": 1_700_000_000}]
)
def test_what_was_said_to_another_service_by_another_organisation_or_long_ago_lets_nobody_in(provider, claim):
    MemberFactory(email=INVITED)

    assert is_in(come(provider, email=INVITED, email_verified=True, **claim)) is False


def test_an_answer_is_good_in_the_browser_that_asked_alone(provider):
    MemberFactory(email=INVITED)
    provider.person = {"sub": "7", "email": INVITED, "email_verified": True}
    visitor, another = Client(), Client()
    asked = sent_away(visitor)

    back_from(another, asked)
    back_from(visitor, asked)

    assert (is_in(another), is_in(visitor)) == (False, True)


def test_a_code_that_was_overheard_is_good_for_nobody_else(provider):
    MemberFactory(email=INVITED)
    provider.person = {"sub": "7", "email": INVITED, "email_verified": True}
    visitor = Client()
    asked = sent_away(visitor)
    back_from(visitor, asked)

    [secret] = provider.asked["code_verifier"]
    digest = hashlib.sha256(secret.encode()).digest()
    assert asked["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_a_stranger_reads_how_to_become_known(provider, language):
    provider.person = {"sub": "7", "email": "stranger@seoul.example", "email_verified": True}
    visitor = Client()
    with translation.override(language):
        page = back_from(visitor, sent_away(visitor))
        words = translation.gettext("Members only. The secretariat of your city lets you in.")

    assert words in page.content.decode()
