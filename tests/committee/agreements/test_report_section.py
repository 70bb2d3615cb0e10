import datetime

import pytest

from committee.agreements.report_section import agreements
from committee.models import Agreement
from committee.printing.content import Lines, Scope, Table
from committee.printing.snapshot import walk
from tests.factories.agreement import AgreementFactory, SignatureFactory, draft_agreement
from tests.factories.city import beijing, seoul


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture
def scope(db) -> Scope:
    cities = (seoul().pk, beijing().pk)
    return Scope(1, day("2015-11-03"), day("2018-03-19"), "en", cities)


def listed(section) -> list[list[str]]:
    """Return the first titles in each of the two lists, signed in the period and before it."""
    return [
        [
            row.cells[0].lines[0].plain
            for part in walk(subsection)
            if isinstance(part, Table)
            for row in part.rows
        ]
        for subsection in section.blocks
    ]


def test_nothing_signed_is_said_in_words(scope):
    texts = [subsection.blocks[0].text for subsection in agreements(scope).blocks]

    assert texts == ["No agreement was signed in this period.", "No earlier agreement is in force."]


@pytest.mark.parametrize("number", [1, 3])
def test_agreements_signed_in_the_period_are_listed(scope, number):
    titles = [AgreementFactory(signed_on=scope.end).title_en for _each in range(number)]

    assert listed(agreements(scope)) == [titles, []]


def test_the_day_of_the_meeting_before_is_not_in_the_period(scope):
    AgreementFactory(title_en="Earlier", signed_on=scope.start, in_force_from=scope.start)
    AgreementFactory(title_en="Later", signed_on=day("2018-03-20"))
    AgreementFactory(title_en="First day", signed_on=day("2015-11-04"))

    assert listed(agreements(scope)) == [["First day"], ["Earlier"]]


def test_what_has_ended_before_the_last_day_is_not_in_force(scope):
    past = {"signed_on": day("2013-04-22"), "in_force_from": day("2013-04-22")}
    AgreementFactory(in_force_until=day("2018-03-18"), state=Agreement.State.EXPIRED, **past)
    AgreementFactory(title_en="Last day", in_force_until=scope.end, **past)
    AgreementFactory(
        title_en="Goes on", in_force_until=day("2016-04-22"), renewal=Agreement.Renewal.AUTOMATIC, **past
    )

    assert listed(agreements(scope)) == [[], ["Last day", "Goes on"]]


def test_drafts_are_not_printed(scope):
    draft_agreement()

    assert listed(agreements(scope)) == [[], []]


def test_signatories_stand_in_the_order_of_protocol(scope):
    agreement = AgreementFactory(signed_in_en="Seoul City Hall")
    SignatureFactory(agreement=agreement, city=beijing(), signatory_en="Mayor of Beijing")
    SignatureFactory(agreement=agreement, city=seoul(), signatory_en="Mayor of Seoul")

    (row,) = next(part for part in walk(agreements(scope)) if isinstance(part, Table)).rows

    assert row.cells[2] == Lines(("March 19, 2018", "Seoul City Hall", "Mayor of Seoul", "Mayor of Beijing"))


def test_what_amends_names_the_earlier_one_and_what_was_terminated_its_day(scope):
    earlier = AgreementFactory(title_en="MOU", signed_on=day("2013-04-22"), in_force_from=day("2013-04-22"))
    AgreementFactory(
        title_en="Amendment",
        earlier=earlier,
        relation=Agreement.Relation.AMENDS,
        state=Agreement.State.TERMINATED,
        terminated_on=day("2020-06-01"),
    )

    (row,) = next(part for part in walk(agreements(scope)) if isinstance(part, Table)).rows

    assert row.cells[0] == Lines(("Amendment", "amends: MOU"))
    assert row.cells[3] == Lines(("from March 19, 2018", "terminated on June 1, 2020"))
