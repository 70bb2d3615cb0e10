import datetime

import pytest
from django.db import IntegrityError, transaction

from committee.models import Agreement
from tests.factories.agreement import AgreementFactory, SignatureFactory, draft_agreement
from tests.factories.article import ArticleFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2018, 3, 19)
State = Agreement.State


@pytest.mark.parametrize(
    "fields",
    [
        {"title_en": ""},
        {"authentic_ko": False, "authentic_zh_hans": False, "authentic_en": False},
        {"in_force_until": DAY - datetime.timedelta(days=1)},
        {"state": State.SIGNED, "in_force_from": None, "in_force_until": DAY},
        {"state": State.DRAFT},
        {"state": State.SIGNED, "signed_on": None},
        {"state": State.IN_FORCE, "in_force_from": None},
    ],
    ids=[
        "without a title",
        "without an authentic text",
        "ends before it starts",
        "ends without a start",
        "a draft with a day of signing",
        "signed without a day",
        "in force without a start",
    ],
)
def test_the_database_refuses_an_agreement_that_cannot_be(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        AgreementFactory(**fields)


def test_a_draft_has_no_day_of_signing():
    assert draft_agreement().signed_on is None


@pytest.mark.parametrize(
    "twice",
    [
        lambda agreement: [SignatureFactory(agreement=agreement) for _ in range(2)],
        lambda agreement: [ArticleFactory(agreement=agreement, number=1) for _ in range(2)],
    ],
    ids=["a city signs", "an article has its number"],
)
def test_once_in_an_agreement(twice):
    agreement = AgreementFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        twice(agreement)


@pytest.mark.parametrize("state", State)
def test_every_state_is_explained(state):
    assert Agreement(state=state).state_explained != ""


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (None, DAY, 1),
        (DAY - datetime.timedelta(days=1), DAY, 1),
        (DAY, DAY + datetime.timedelta(days=1), 0),
        (None, DAY - datetime.timedelta(days=1), 0),
    ],
)
def test_signed_between_takes_in_the_last_day_and_not_the_first(start, end, found):
    AgreementFactory(signed_on=DAY)

    assert Agreement.objects.signed_between(start, end).count() == found


def test_drafts_stand_before_what_was_signed_last():
    first = AgreementFactory(signed_on=DAY)
    draft = draft_agreement()
    last = AgreementFactory(signed_on=DAY + datetime.timedelta(days=1))

    assert list(Agreement.objects.all()) == [draft, last, first]
