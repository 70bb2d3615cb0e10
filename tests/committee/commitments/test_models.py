import datetime

import pytest
from django.db import IntegrityError, transaction

from committee.models import Commitment
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory, kept_commitment

pytestmark = pytest.mark.django_db
DAY = datetime.date(2019, 12, 31)


@pytest.mark.parametrize(
    "fields",
    [
        lambda: {"title_en": ""},
        lambda: {"promisor": "one"},
        lambda: {"promisor": "both", "city": seoul()},
        lambda: {"state": "kept"},
        lambda: {"settled_on": DAY},
    ],
    ids=[
        "without a title",
        "one city without its name",
        "both cities with one's name",
        "kept without a day",
        "open with a day",
    ],
)
def test_the_database_refuses_a_commitment_that_cannot_be(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        CommitmentFactory(**fields())


@pytest.mark.parametrize(
    ("on", "found"), [(DAY - datetime.timedelta(days=1), 0), (DAY, 0), (DAY + datetime.timedelta(days=1), 1)]
)
def test_a_commitment_is_overdue_the_day_after_it_was_due(on, found):
    commitment = CommitmentFactory(due_on=DAY)

    assert (Commitment.objects.overdue(on).count(), commitment.is_overdue(on)) == (found, bool(found))


@pytest.mark.parametrize("make", [CommitmentFactory, lambda: kept_commitment(due_on=DAY)])
def test_without_a_day_or_once_kept_a_commitment_is_never_overdue(make):
    commitment, much_later = make(), datetime.date(2099, 1, 1)

    assert (Commitment.objects.overdue(much_later).count(), commitment.is_overdue(much_later)) == (0, False)


def test_a_city_has_to_keep_what_it_promised_alone_and_what_both_promised():
    both = CommitmentFactory()
    alone = CommitmentFactory(promisor="one", city=seoul())
    CommitmentFactory(promisor="one", city=beijing())

    assert set(Commitment.objects.promised_by(seoul())) == {both, alone}


def test_who_promised_is_told_in_words():
    promised = [CommitmentFactory(), CommitmentFactory(promisor="one", city=seoul())]

    assert [each.promised_by for each in promised] == ["both cities", "Seoul"]
