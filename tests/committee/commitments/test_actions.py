import datetime

import pytest
from django.core.exceptions import PermissionDenied

from committee.commitments import actions, rules
from committee.history.deletion import StillNeeded
from committee.members.models import Role
from committee.models import Commitment, HistoryEntry
from tests.factories.agreement import AgreementFactory
from tests.factories.article import ArticleFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2019, 10, 1)
KEPT, RELEASED, OPEN = Commitment.State.KEPT, Commitment.State.RELEASED, Commitment.State.OPEN


@pytest.mark.parametrize("city", [seoul, beijing])
def test_either_secretariat_records_a_commitment(city):
    secretary = member_with(Role.SECRETARIAT, city())
    article = ArticleFactory()

    commitment = actions.create_commitment(
        by=secretary,
        agreement=article.agreement,
        article=article,
        subcommittee=SubcommitteeFactory(),
        title_ko="핫라인 운영",
    )

    assert (commitment.article, HistoryEntry.objects.of(commitment).get().by) == (article, secretary)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SECRETARIAT])
def test_nobody_else_writes_a_commitment(role):
    member, commitment = member_with(role), kept_commitment()

    for act in (
        lambda: actions.create_commitment(by=member, agreement=commitment.agreement, title_en="Hotline"),
        lambda: actions.edit_commitment(by=member, commitment=commitment, title_en="Hotline"),
        lambda: actions.delete_commitment(by=member, commitment=commitment),
        lambda: actions.settle_commitment(by=member, commitment=commitment, state=KEPT, settled_on=DAY),
        lambda: actions.reopen_commitment(by=member, commitment=commitment, comment="Not so"),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_a_new_commitment_rests_on_an_article_of_its_own_agreement(secretary):
    with pytest.raises(rules.ArticleOfAnotherAgreement):
        actions.create_commitment(
            by=secretary,
            agreement=AgreementFactory(),
            article=ArticleFactory(),
            subcommittee=SubcommitteeFactory(),
            title_en="Hotline",
        )

    assert Commitment.objects.count() == 0


def test_a_commitment_is_not_moved_to_an_article_of_another_agreement(secretary):
    commitment = CommitmentFactory()

    with pytest.raises(rules.ArticleOfAnotherAgreement):
        actions.edit_commitment(by=secretary, commitment=commitment, article=ArticleFactory())

    commitment.refresh_from_db()
    assert commitment.article is None


@pytest.mark.parametrize("state", [KEPT, RELEASED])
def test_a_commitment_is_settled_with_its_day(secretary, state):
    commitment = actions.settle_commitment(
        by=secretary, commitment=CommitmentFactory(), state=state, settled_on=DAY, comment="As both found"
    )

    entry = HistoryEntry.objects.of(commitment)[0]
    assert (commitment.state, commitment.settled_on) == (state, DAY)
    assert (entry.changes, entry.comment) == (
        {"state": ["open", state.value], "settled_on": [None, "2019-10-01"]},
        "As both found",
    )


def test_a_commitment_is_settled_once(secretary):
    commitment = kept_commitment()

    with pytest.raises(rules.AlreadySettled):
        actions.settle_commitment(by=secretary, commitment=commitment, state=RELEASED, settled_on=DAY)

    commitment.refresh_from_db()
    assert commitment.state == KEPT


def test_open_is_no_settlement(secretary):
    with pytest.raises(rules.NotASettlement):
        actions.settle_commitment(by=secretary, commitment=CommitmentFactory(), state=OPEN, settled_on=DAY)


def test_a_commitment_is_not_settled_tomorrow(secretary):
    tomorrow = secretary.today + datetime.timedelta(days=1)

    with pytest.raises(rules.SettledInTheFuture):
        actions.settle_commitment(
            by=secretary, commitment=CommitmentFactory(), state=KEPT, settled_on=tomorrow
        )


def test_a_commitment_may_be_settled_today(secretary):
    commitment = actions.settle_commitment(
        by=secretary, commitment=CommitmentFactory(), state=KEPT, settled_on=secretary.today
    )

    assert commitment.settled_on == secretary.today


def test_a_commitment_is_not_settled_before_it_was_made(secretary):
    commitment = CommitmentFactory(agreement=AgreementFactory(signed_on=DAY))

    with pytest.raises(rules.SettledBeforeItWasSigned):
        actions.settle_commitment(
            by=secretary, commitment=commitment, state=KEPT, settled_on=DAY - datetime.timedelta(days=1)
        )


def test_a_settled_commitment_is_opened_again_with_a_reason(secretary):
    commitment = actions.reopen_commitment(
        by=secretary, commitment=kept_commitment(), comment="The line was down"
    )

    assert (commitment.state, commitment.settled_on) == (OPEN, None)
    assert HistoryEntry.objects.of(commitment)[0].comment == "The line was down"


def test_an_open_commitment_is_not_opened_again(secretary):
    with pytest.raises(rules.StillOpen):
        actions.reopen_commitment(by=secretary, commitment=CommitmentFactory(), comment="Why not")


def test_a_commitment_that_a_project_carries_out_is_not_deleted(secretary):
    commitment = CommitmentFactory()
    ProjectFactory().commitments.add(commitment)

    with pytest.raises(StillNeeded):
        actions.delete_commitment(by=secretary, commitment=commitment)

    assert Commitment.objects.count() == 1


def test_a_commitment_that_no_project_carries_out_is_deleted(secretary):
    actions.delete_commitment(by=secretary, commitment=CommitmentFactory())

    assert Commitment.objects.count() == 0
