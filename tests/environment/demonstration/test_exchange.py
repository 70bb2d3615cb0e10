import datetime

import pytest

from committee.founding.actions import enter_member, found_committee
from committee.members.models import Role
from environment.demonstration.actions import generate
from environment.demonstration.exchange import show_exchange
from environment.measurements.confirmation import differences, pairs_of
from environment.models import Delivery, MachineAccount
from environment.sources.clock import LocalClock

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2017, 1, 17, 12, 30, tzinfo=datetime.UTC)


@pytest.fixture
def cities(monkeypatch):
    monkeypatch.setattr("environment.demonstration.exchange.DAYS_REVIEWED", 3)
    cities, _subcommittees = found_committee()
    for city in cities:
        enter_member(
            role=Role.LIAISON, password="told", username=f"liaison.{city.code}", name_en=city.code, city=city
        )
    return cities


def test_machine_accounts_are_shown_and_nobody_can_use_them(cities):
    show_exchange(now=NOW)

    accounts = MachineAccount.objects.select_related("keys")
    assert [account.city for account in accounts] == cities
    assert {(account.is_illustrative, account.keys.token_sha256) for account in accounts} == {(True, None)}


def test_some_figures_are_reviewed_and_few_of_them_differ(cities):
    generate(now=NOW)

    show_exchange(now=NOW)

    day = datetime.date(2017, 1, 1)
    (row,) = differences(pairs_of(cities[0], "pm25"), LocalClock("Asia/Seoul"), day, day.replace(day=5))
    assert row.pair.confirmed.source == "demonstration-confirmed"
    assert 0 < row.confirmed <= row.provisional
    assert row.differing < row.both / 5


def test_a_second_time_nothing_is_added(cities):
    show_exchange(now=NOW)
    before = Delivery.objects.count(), MachineAccount.objects.count()

    show_exchange(now=NOW)

    assert (Delivery.objects.count(), MachineAccount.objects.count()) == before
