import pytest
from django.core.exceptions import PermissionDenied

from committee.agreements import actions
from committee.history.deletion import StillNeeded
from committee.members.models import Role
from committee.models import Agreement, HistoryEntry
from tests.factories.agreement import AgreementFactory
from tests.factories.article import ArticleFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("city", [seoul, beijing])
def test_either_secretariat_records_an_agreement(city):
    secretary = member_with(Role.SECRETARIAT, city())

    agreement = actions.create_agreement(by=secretary, title_ko="양해각서")

    assert HistoryEntry.objects.of(agreement).get().by == secretary


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SECRETARIAT])
def test_nobody_else_writes_an_agreement(role):
    member, article = member_with(role), ArticleFactory()
    agreement = article.agreement

    for act in (
        lambda: actions.create_agreement(by=member, title_en="MOU"),
        lambda: actions.edit_agreement(by=member, agreement=agreement, title_en="MOU"),
        lambda: actions.delete_agreement(by=member, agreement=agreement),
        lambda: actions.add_article(by=member, agreement=agreement, number=9),
        lambda: actions.edit_article(by=member, article=article, number=9),
        lambda: actions.delete_article(by=member, article=article),
        lambda: actions.add_signature(by=member, agreement=agreement, city=seoul()),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_articles_are_added_changed_and_removed(secretary):
    agreement = AgreementFactory()

    article = actions.add_article(by=secretary, agreement=agreement, number=1, text_ko="운영한다.")
    actions.edit_article(by=secretary, article=article, text_ko="함께 운영한다.")
    actions.delete_article(by=secretary, article=article)

    verbs = [entry.verb for entry in HistoryEntry.objects.about(agreement)]
    assert (verbs, agreement.articles.count()) == (["deleted", "changed", "created"], 0)


def test_signatures_are_added_changed_and_removed(secretary):
    agreement = AgreementFactory()

    signature = actions.add_signature(by=secretary, agreement=agreement, city=seoul(), signatory_en="Mayor")
    actions.edit_signature(by=secretary, signature=signature, signatory_en="Vice mayor")
    actions.delete_signature(by=secretary, signature=signature)

    verbs = [entry.verb for entry in HistoryEntry.objects.about(agreement)]
    assert (verbs, agreement.signatures.count()) == (["deleted", "changed", "created"], 0)


def test_an_agreement_with_a_commitment_is_not_deleted(secretary):
    agreement = CommitmentFactory(title_en="Run the hotline").agreement

    with pytest.raises(StillNeeded) as refusal:
        actions.delete_agreement(by=secretary, agreement=agreement)

    assert refusal.value.message == "This cannot be deleted while these depend on it: “Run the hotline”"


def test_an_article_on_which_a_commitment_rests_is_not_deleted(secretary):
    article = ArticleFactory()
    CommitmentFactory(agreement=article.agreement, article=article)

    with pytest.raises(StillNeeded):
        actions.delete_article(by=secretary, article=article)

    assert article.agreement.articles.count() == 1


def test_an_agreement_without_commitments_goes_with_its_articles(secretary):
    article = ArticleFactory()

    actions.delete_agreement(by=secretary, agreement=article.agreement)

    assert Agreement.objects.count() == 0
