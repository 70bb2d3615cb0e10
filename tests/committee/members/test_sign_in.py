import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from committee.members.models import Role
from committee.models import Member
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


def test_nobody_signs_up():
    page = Client().post(
        reverse("account_signup"),
        {"username": "stranger", "email": "stranger@example.org", "password1": "by the river Han"},
    )

    assert "account/signup_closed.html" in [template.name for template in page.templates]


def test_the_sign_in_page_offers_no_way_to_sign_up():
    page = Client().get(reverse("account_login"))

    assert reverse("account_signup") not in page.content.decode()


def test_who_is_asked_to_sign_in_comes_back_to_the_page():
    page = Client().get("/ko/meetings/?state=held")

    assert page.headers["Location"] == "/ko/account/login/?next=/ko/meetings/%3Fstate%3Dheld"


def test_a_member_signs_in_by_name_and_password():
    member = member_with(Role.OBSERVER)
    member.set_password("by the river Han")
    member.save()
    visitor = Client()

    answer = visitor.post(
        reverse("account_login"), {"login": member.username, "password": "by the river Han"}
    )

    assert (answer.status_code, visitor.get(reverse("meeting_list")).status_code) == (302, 200)


def test_after_five_wrong_passwords_even_the_right_one_waits():
    cache.clear()
    member = member_with(Role.OBSERVER)
    member.set_password("by the river Han")
    member.save()
    guesses = [f"by the river no. {number}" for number in range(5)]
    address = reverse("account_login")

    for password in [*guesses, "by the river Han"]:
        page = Client().post(address, {"login": member.username, "password": password})

    assert [str(error) for error in page.context["form"].non_field_errors()] == [
        "Too many failed login attempts. Try again later."
    ]


def with_recovery_codes():
    member = member_with(Role.OBSERVER)
    member.set_password("by the river Han")
    member.save()
    TOTP.activate(member, generate_totp_secret())
    return member, RecoveryCodes.activate(member).generate_codes()


def come(member, code):
    """Sign in with the password and a code; return the browser and the page that answers."""
    visitor = Client()
    visitor.post(reverse("account_login"), {"login": member.username, "password": "by the river Han"})
    return visitor, visitor.post(reverse("mfa_authenticate"), {"code": code})


def is_in(visitor):
    return visitor.get(reverse("meeting_list")).status_code == 200


def test_a_recovery_code_is_good_once_and_the_page_says_so():
    member, [code, *_others] = with_recovery_codes()

    first, _page = come(member, code)
    second, page = come(member, code)

    assert (is_in(first), is_in(second)) == (True, False)
    assert page.context["form"].errors["code"] == [
        "Not accepted: the code is wrong or was used before, or the passkey is not known here."
    ]


def test_the_password_alone_lets_nobody_in_who_has_a_second_factor():
    member, _codes = with_recovery_codes()
    visitor = Client()

    visitor.post(reverse("account_login"), {"login": member.username, "password": "by the river Han"})

    assert is_in(visitor) is False


def test_a_second_factor_lets_nobody_in_who_may_no_longer_sign_in():
    member, [code, *_others] = with_recovery_codes()
    Member.objects.filter(pk=member.pk).update(is_active=False)

    assert is_in(come(member, code)[0]) is False


def test_a_form_older_than_the_sign_in_is_refused_in_words(secretary):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(secretary)

    answer = browser.post("/zh-hans/meetings/new/", {"ordinal": 5})

    assert (answer.status_code, answer.templates[0].name) == (403, "403_csrf.html")


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_nobody_changes_an_address_past_the_history(language, secretary, signed_in):
    answer = signed_in(secretary).post(f"/{language}/account/email/", {"email": "new@example.org"})

    secretary.refresh_from_db()
    assert (answer.status_code, secretary.email == "new@example.org") == (404, False)
