import datetime

import pytest
from django.utils import translation

from committee.agreements.forms import AgreementFilter
from committee.agreements.turns import whose_turn, with_turn
from committee.models import Agreement
from tests.factories.agreement import AgreementFactory, draft_agreement

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2020, 8, 31)
SOON, LONG_AGO = datetime.date(2020, 9, 30), datetime.date(2020, 6, 30)
IN_A_YEAR = datetime.date(2021, 8, 31)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def followed_by(relation):
    return AgreementFactory(earlier=AgreementFactory(in_force_until=SOON), relation=relation).earlier


@pytest.mark.parametrize(
    ("make", "words", "asked"),
    [
        (draft_agreement, "Waiting for both cities to sign it.", ["both"]),
        (
            lambda: AgreementFactory(state="signed", in_force_from=None),
            "Waiting for a secretariat to record from which day it is in force.",
            ["secretariat"],
        ),
        (AgreementFactory, "Nobody: in force.", []),
        (
            lambda: AgreementFactory(in_force_until=SOON),
            "Waiting for both cities to renew it or let it end on Sept. 30, 2020.",
            ["both"],
        ),
        (lambda: AgreementFactory(in_force_until=SOON, renewal="automatic"), "Nobody: in force.", []),
        (lambda: AgreementFactory(in_force_until=IN_A_YEAR), "Nobody: in force.", []),
        (
            lambda: followed_by("amends"),
            "Waiting for both cities to renew it or let it end on Sept. 30, 2020.",
            ["both"],
        ),
        (lambda: followed_by("renews"), "Nobody: in force.", []),
        (
            lambda: AgreementFactory(in_force_until=LONG_AGO),
            "Waiting for a secretariat to record what became of it: it was to end on June 30, 2020.",
            ["secretariat"],
        ),
        (lambda: AgreementFactory(in_force_until=LONG_AGO, state="expired"), "Nobody: expired.", []),
    ],
)
def test_the_turn_is_said_in_words_and_found(make, words, asked):
    made = make()

    agreements = with_turn(Agreement.objects.filter(pk=made.pk), TODAY)

    waiting = {whom: AgreementFilter({"turn": whom}, agreements).qs for whom in ("both", "secretariat")}
    assert whose_turn(agreements.get()) == words
    assert [whom for whom, found in waiting.items() if found] == asked
