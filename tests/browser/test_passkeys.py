"""Passkeys, with an authenticator that Chromium plays itself."""

import pytest
from django.urls import reverse

from tests.factories.member import MemberFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"
INSIDE_THE_MACHINE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(visit):
    """A tab whose machine has an authenticator."""
    page = visit().page
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": INSIDE_THE_MACHINE})
    return page


def test_a_member_adds_a_passkey_and_signs_in_with_it(page, live_server):
    member = MemberFactory(username="kim")
    member.set_password(PASSWORD)
    member.save()
    page.goto(live_server.url + reverse("account_login"))
    page.get_by_label("Login").fill("kim")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(live_server.url + reverse("home"))

    page.goto(live_server.url + reverse("mfa_add_webauthn"))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Passwordless").check()
    page.get_by_role("main").get_by_role("button", name="Add").click()
    page.wait_for_url(lambda address: "add" not in address)
    page.context.clear_cookies()
    page.goto(live_server.url + reverse("account_login"))
    page.get_by_role("button", name="Sign in with a passkey").click()

    page.wait_for_url(live_server.url + reverse("home"))
    assert page.get_by_text(str(member.name)).first.is_visible()


def test_who_has_no_passkey_is_told_on_the_page(page, live_server):
    page.goto(live_server.url + reverse("account_login"))
    problem = page.get_by_role("alert")
    assert problem.count() == 0

    page.get_by_role("button", name="Sign in with a passkey").click()

    problem.wait_for()
    assert page.url == live_server.url + reverse("account_login")
