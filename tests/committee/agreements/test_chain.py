import datetime

import pytest
from django.db import IntegrityError, transaction

from committee.agreements.actions import create_agreement, edit_agreement
from committee.agreements.chain import chain_of
from committee.agreements.rules import FollowsItself, SignedBeforeTheEarlier
from committee.models import Agreement
from tests.factories.agreement import AgreementFactory, draft_agreement

pytestmark = pytest.mark.django_db
State, Relation = Agreement.State, Agreement.Relation
SIGNED = datetime.date(2018, 3, 19)


def later(earlier, relation=Relation.AMENDS, years=2, **fields):
    day = SIGNED.replace(year=SIGNED.year + years)
    begins = {"signed_on": day, "in_force_from": day}
    return AgreementFactory(earlier=earlier, relation=relation, **begins | fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"relation": Relation.AMENDS},
        {"state": State.TERMINATED},
        {"terminated_on": SIGNED},
        {"state": State.TERMINATED, "terminated_on": SIGNED - datetime.timedelta(days=1)},
    ],
    ids=[
        "amends nothing",
        "terminated on no day",
        "with a day of its end and in force",
        "terminated before it was signed",
    ],
)
def test_the_database_refuses_an_agreement(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        AgreementFactory(**fields)


@pytest.mark.parametrize("itself", [True, False], ids=["itself", "another without saying how"])
def test_the_database_refuses_that_an_agreement_follows(itself):
    first, second = AgreementFactory(), AgreementFactory()
    changed = {"earlier": first, "relation": Relation.AMENDS} if itself else {"earlier": second}

    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=first.pk).update(**changed)


def test_a_chain_is_shown_whole_from_each_of_its_agreements():
    first = AgreementFactory()
    renewal = later(first, Relation.RENEWS)
    amendment = later(first, Relation.AMENDS, years=1)
    AgreementFactory()

    assert [chain_of(each) for each in (first, renewal)] == [[first, amendment, renewal]] * 2


def test_a_draft_stands_last_in_its_chain():
    first = AgreementFactory()
    draft = draft_agreement(earlier=first, relation=Relation.AMENDS)

    assert chain_of(first) == [first, draft]


def test_an_agreement_by_itself_has_no_chain():
    assert chain_of(AgreementFactory()) == []


@pytest.mark.parametrize("links", [1, 3])
def test_a_chain_of_any_length_takes_two_queries(links, django_assert_num_queries):
    last = AgreementFactory()
    for years in range(1, links + 1):
        last = later(last, years=years)

    with django_assert_num_queries(2):
        chain = [str(each.earlier) for each in chain_of(last)]

    assert len(chain) == links + 1


def test_a_chain_never_comes_back_to_where_it_began(secretary):
    first = AgreementFactory()
    last = later(later(first), years=2)

    with pytest.raises(FollowsItself):
        edit_agreement(by=secretary, agreement=first, earlier=last, relation=Relation.AMENDS)

    first.refresh_from_db()
    assert first.earlier is None


def test_what_amends_is_not_signed_before_what_it_amends(secretary):
    first = AgreementFactory(signed_on=SIGNED)

    with pytest.raises(SignedBeforeTheEarlier):
        create_agreement(
            by=secretary,
            title_en="Amendment",
            state=State.SIGNED,
            signed_on=SIGNED - datetime.timedelta(days=1),
            earlier=first,
            relation=Relation.AMENDS,
        )

    assert Agreement.objects.count() == 1


@pytest.mark.parametrize(
    ("relation", "in_force"),
    [(Relation.AMENDS, True), (Relation.RENEWS, True), (Relation.REPLACES, False)],
)
def test_only_what_is_replaced_ends_when_the_later_one_begins(relation, in_force):
    first = AgreementFactory()
    begins = later(first, relation).in_force_from

    on = [
        Agreement.objects.in_force_on(day).filter(pk=first.pk).exists()
        for day in (begins - datetime.timedelta(days=1), begins)
    ]

    assert on == [True, in_force]


def test_a_draft_replaces_nothing():
    first = AgreementFactory()
    draft_agreement(earlier=first, relation=Relation.REPLACES)

    assert Agreement.objects.in_force_on(SIGNED).get() == first


def test_on_the_day_of_its_termination_an_agreement_binds_nobody():
    day = datetime.date(2020, 6, 1)
    AgreementFactory(state=State.TERMINATED, terminated_on=day)

    numbers = [
        Agreement.objects.in_force_on(each).count() for each in (day - datetime.timedelta(days=1), day)
    ]
    assert numbers == [1, 0]


def test_what_expired_on_an_unknown_day_is_not_in_force():
    AgreementFactory(state=State.EXPIRED)

    assert not Agreement.objects.in_force_on(SIGNED).exists()
