import hashlib

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from committee.history.models import HistoryEntry
from committee.members.models import Role
from environment.exchange.actions import create_machine_account, make_token, revoke_machine_account
from environment.exchange.rules import Revoked, UnsafeAddress
from environment.models import Delivery, MachineAccount, MachineKeys
from tests.environment.exchange.pushing import document, post, value
from tests.factories.city import beijing, seoul
from tests.factories.machine_account import machine_account
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
NAME = {"name": "Air hub"}


@pytest.fixture
def officer():
    return member_with(Role.LIAISON, seoul())


@pytest.fixture
def visitor(officer, signed_in):
    return signed_in(officer)


def test_a_new_account_shows_its_keys_once_and_keeps_none_of_the_token(visitor):
    page = visitor.post(
        "/en/air/machines/new/", {**NAME, "webhook_url": "https://air.seoul.example/receipts"}
    )

    keys = MachineKeys.objects.get()
    token = page.context["token"]
    assert hashlib.sha256(token.encode()).hexdigest() == keys.token_sha256
    assert (token[:12], page.context["secret"]) == (keys.token_start, keys.webhook_secret)
    assert page.headers["Cache-Control"].startswith("max-age=0")
    assert token not in visitor.get(f"/en/air/machines/{keys.pk}/").content.decode()
    assert post(token, document(value(23))).status_code == 202


def test_neither_token_nor_secret_enters_the_history(visitor):
    page = visitor.post("/en/air/machines/new/", NAME)
    pk = MachineAccount.objects.get().pk
    again = visitor.post(f"/en/air/machines/{pk}/token/")
    other = visitor.post(f"/en/air/machines/{pk}/secret/")

    told = " ".join(f"{entry.changes} {entry.comment}" for entry in HistoryEntry.objects.all())
    shown = [page.context["token"], again.context["token"], page.context["secret"], other.context["secret"]]
    assert len(set(shown)) == 4
    assert [key for key in shown if key in told or hashlib.sha256(key.encode()).hexdigest() in told] == []


def test_a_new_token_ends_the_one_before(officer):
    made = create_machine_account(by=officer, name="Air hub")

    token = make_token(by=officer, account=made.account)

    old, new = post(made.token, document(value(23))), post(token, document(value(23)))
    assert (old.status_code, old.headers["WWW-Authenticate"], new.status_code) == (401, "Bearer", 202)


def test_a_revoked_account_delivers_no_longer_and_gets_no_new_keys(officer, visitor):
    made = create_machine_account(by=officer, name="Air hub")

    answer = visitor.post(f"/en/air/machines/{made.account.pk}/revoke/")

    assert answer.status_code == 302
    assert post(made.token, document(value(23))).status_code == 401
    assert visitor.post(f"/en/air/machines/{made.account.pk}/token/").status_code == 422
    with pytest.raises(Revoked):
        revoke_machine_account(by=officer, account=made.account)


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer a b", "Bearer wrong", "Basic YTpi", "Bearer é"]
)
def test_without_a_known_token_nothing_is_taken(header):
    machine_account()

    answer = post("", document(value(23)), Authorization=header)

    assert (answer.status_code, Delivery.objects.count()) == (401, 0)


@pytest.mark.parametrize(
    "path", ["air/stations/", "air/series/", "meetings/", "members/", "projects/", "reports/", "updates/"]
)
def test_nothing_else_of_the_api_is_open_to_a_machine(path):
    headers = {"Authorization": f"Bearer {machine_account().token}"}

    assert Client().get(f"/api/v1/{path}", headers=headers).status_code == 403


def test_no_page_is_open_to_a_machine(settings):
    settings.PUBLIC_PART = False
    headers = {"Authorization": f"Bearer {machine_account().token}"}

    assert Client().get("/en/air/", headers=headers).status_code == 302


def test_an_address_inside_is_refused_at_the_form(visitor, officer):
    page = visitor.post("/en/air/machines/new/", {**NAME, "webhook_url": "https://127.0.0.1/"})

    assert (page.status_code, list(page.context["form"].errors)) == (422, ["webhook_url"])
    with pytest.raises(UnsafeAddress):
        create_machine_account(by=officer, name="Air hub", webhook_url="http://air.seoul.example/")
    assert MachineAccount.objects.count() == 0


def test_a_name_is_given_once_a_city(officer, visitor):
    create_machine_account(by=officer, **NAME)

    assert visitor.post("/en/air/machines/new/", NAME).status_code == 422


def test_a_city_sees_its_own_accounts_alone(visitor):
    own, _other = machine_account(seoul()), machine_account(beijing())

    page = visitor.get("/en/air/machines/")

    assert list(page.context["rows"]) == [own.account]


def test_who_keeps_no_accounts_makes_none():
    with pytest.raises(PermissionDenied):
        create_machine_account(by=member_with(Role.CO_LEAD, seoul()), **NAME)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_a_constant_number_of_questions(visitor, django_assert_num_queries, count):
    for number in range(count):
        machine_account(name=f"Hub {number}")
    visitor.get("/en/air/machines/")

    with django_assert_num_queries(5):
        visitor.get("/en/air/machines/")
