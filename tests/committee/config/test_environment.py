import pytest
from django.core.exceptions import ImproperlyConfigured

from committee.config import environment


@pytest.mark.parametrize(("given", "meant"), [("1", True), ("true", True), ("Off", False), ("", True)])
def test_a_switch_is_read_in_the_usual_ways(monkeypatch, given, meant):
    monkeypatch.setenv("DEMONSTRATION", given)

    assert environment.switch("DEMONSTRATION", default=True) is meant


def test_a_switch_that_is_neither_on_nor_off_stops_the_start(monkeypatch):
    monkeypatch.setenv("DEBUG", "perhaps")

    with pytest.raises(ImproperlyConfigured) as refused:
        environment.switch("DEBUG", default=False)

    assert str(refused.value) == "DEBUG: give 1 or 0, not “perhaps”."


@pytest.mark.parametrize("given", ["soon", "0", "-5", "1.5"])
def test_a_count_that_is_none_stops_the_start(monkeypatch, given):
    monkeypatch.setenv("REPORT_SILENCE_SECONDS", given)

    with pytest.raises(ImproperlyConfigured) as refused:
        environment.whole_number("REPORT_SILENCE_SECONDS", default=120)

    assert str(refused.value) == f"REPORT_SILENCE_SECONDS: give a whole number above 0, not “{given}”."


def test_a_database_of_another_kind_stops_the_start(monkeypatch):
    monkeypatch.setattr(environment, "DATABASE_URL", "mysql://localhost/tracker")

    with pytest.raises(ImproperlyConfigured) as refused:
        environment.check()

    assert str(refused.value) == "DATABASE_URL: give postgres://user:password@host:5432/name."


def test_half_an_openid_provider_stops_the_start(monkeypatch):
    monkeypatch.setattr(environment, "OIDC_NAME", "City hall")

    with pytest.raises(ImproperlyConfigured) as refused:
        environment.check()

    assert str(refused.value) == (
        "Give all of OIDC_NAME, OIDC_SERVER_URL, OIDC_CLIENT_ID and OIDC_SECRET, or none."
    )


def test_with_a_database_server_no_secret_key_is_made(monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setattr(environment, "EMBEDDED_DATABASE", False)

    with pytest.raises(ImproperlyConfigured) as refused:
        environment.secret_key()

    assert str(refused.value) == "Set SECRET_KEY: with DATABASE_URL given, none is made for you."
