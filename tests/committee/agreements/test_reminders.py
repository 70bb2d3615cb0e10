import datetime

import pytest

from committee.agreements.reminders import latest_near, months_before
from committee.members.models import Role
from committee.models import Agreement, Notice
from committee.reminders.reminding import remind
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
ENDS = datetime.date(2027, 5, 31)
Relation, Renewal, State = Agreement.Relation, Agreement.Renewal, Agreement.State


def at(day: str) -> datetime.datetime:
    """Nine in the morning in Seoul, eight in Beijing."""
    return datetime.datetime.fromisoformat(f"{day}T00:00+00:00")


def told() -> list[str]:
    return [notice.key.rpartition("-")[2] for notice in Notice.objects.order_by("pk")]


@pytest.mark.parametrize(
    ("months", "day"), [(1, "2027-04-30"), (3, "2027-02-28"), (6, "2026-11-30"), (15, "2026-02-28")]
)
def test_months_before_the_last_of_a_month(months, day):
    assert months_before(ENDS, months).isoformat() == day


@pytest.mark.parametrize(
    ("today", "day"),
    [("2026-11-30", "2027-05-31"), ("2026-11-29", "2027-05-29"), ("2026-08-31", "2027-02-28")],
)
def test_the_latest_day_of_which_today_is_within_six_months(today, day):
    assert latest_near(datetime.date.fromisoformat(today)).isoformat() == day


def test_each_secretary_is_reminded_six_three_and_one_months_before_once_each(secretary):
    AgreementFactory(in_force_until=ENDS)

    for day in ("2026-11-29", "2026-11-30", "2026-12-24", "2027-02-28", "2027-04-30", "2027-05-31"):
        remind(at(day))

    assert told() == ["6", "3", "1"]


def test_who_was_not_there_is_reminded_of_the_nearest_alone(secretary):
    AgreementFactory(in_force_until=ENDS)

    remind(at("2027-05-01"))

    assert told() == ["1"]


def test_both_secretariats_and_the_co_leads_are_reminded_with_their_reason():
    commitment = CommitmentFactory(agreement=AgreementFactory(in_force_until=ENDS))
    readers = {member_with(Role.SECRETARIAT, city) for city in (seoul(), beijing())}
    readers |= {member_with(Role.CO_LEAD, city, commitment.subcommittee) for city in (seoul(), beijing())}
    member_with(Role.OBSERVER)

    remind(at("2026-11-30"))

    reasons = {
        notice.reason_en.partition(" you are ")[2].partition(" ")[0] for notice in Notice.objects.all()
    }
    assert {notice.member for notice in Notice.objects.all()} == readers
    assert reasons == {"of", "a"}


@pytest.mark.parametrize(
    "fields",
    [
        {"renewal": Renewal.AUTOMATIC},
        {"state": State.TERMINATED, "terminated_on": datetime.date(2026, 1, 1)},
        {"in_force_until": None},
    ],
    ids=["it renews itself", "it was terminated", "it has no end"],
)
def test_nobody_is_reminded_of_what_does_not_end(secretary, fields):
    AgreementFactory(**{"in_force_until": ENDS} | fields)

    remind(at("2027-05-01"))

    assert told() == []


@pytest.mark.parametrize(
    ("relation", "number"), [(Relation.RENEWS, 0), (Relation.REPLACES, 0), (Relation.AMENDS, 1)]
)
def test_nobody_is_reminded_of_what_goes_on_in_another_agreement(secretary, relation, number):
    ending = AgreementFactory(in_force_until=ENDS)
    AgreementFactory(earlier=ending, relation=relation, in_force_from=ENDS)

    remind(at("2027-05-01"))

    assert len(told()) == number
