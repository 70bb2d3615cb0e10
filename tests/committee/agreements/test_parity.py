import pytest

from committee.agreements.actions import edit_article
from committee.agreements.parity import parity_of
from tests.factories.agreement import AgreementFactory
from tests.factories.article import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement(db):
    """In Korean and Chinese, both authentic, with a title in both."""
    return AgreementFactory(title_ko="양해각서", title_zh_hans="谅解备忘录", title_en="")


def findings(agreement):
    return [text.label for text in parity_of(agreement, agreement.articles.all()).findings]


def test_languages_that_say_the_same_are_at_one(agreement):
    ArticleFactory(agreement=agreement)

    assert findings(agreement) == []


def test_an_article_that_lacks_an_authentic_language_is_found(agreement):
    ArticleFactory(agreement=agreement, number=2, text_zh_hans="")

    (found,) = parity_of(agreement, agreement.articles.all()).findings

    assert (found.label, [each.suffix for each in found.lacking]) == ("Article 2: text", ["zh_hans"])


def test_a_translation_that_nobody_made_is_not_missed(agreement):
    ArticleFactory(agreement=agreement)

    assert parity_of(agreement, agreement.articles.all()).languages == ["ko", "zh_hans"]


def test_a_text_changed_after_it_was_translated_is_found(agreement, secretary):
    edit_article(by=secretary, article=ArticleFactory(agreement=agreement, number=1), text_ko="다시")

    (found,) = parity_of(agreement, agreement.articles.all()).findings

    assert (found.label, [each.suffix for each in found.outdated]) == ("Article 1: text", ["zh_hans"])


def test_authentic_languages_of_unlike_paragraphs_are_found(agreement):
    ArticleFactory(agreement=agreement, number=1, text_ko="1. 하나\n2. 둘", text_zh_hans="一、其一")

    (found,) = parity_of(agreement, agreement.articles.all()).findings

    assert [[clause and clause.text for clause in line.clauses.values()] for line in found.lines] == [
        ["하나", "其一"],
        ["둘", None],
    ]


def test_paragraphs_that_only_a_translation_lacks_are_no_finding(agreement):
    ArticleFactory(
        agreement=agreement,
        text_ko="1. 하나\n2. 둘",
        text_zh_hans="一、其一\n二、其二",
        text_en="One and two.",
    )

    assert findings(agreement) == []


def test_authentic_languages_stand_first():
    agreement = AgreementFactory(title_ko="각서", authentic_ko=False, authentic_en=True)

    assert parity_of(agreement, []).languages == ["zh_hans", "en", "ko"]


@pytest.mark.parametrize("rows", [1, 3])
def test_any_number_of_articles_takes_two_queries(agreement, rows, django_assert_num_queries):
    articles = [ArticleFactory(agreement=agreement) for _ in range(rows)]
    parity_of(agreement, articles)

    with django_assert_num_queries(2):
        texts = parity_of(agreement, articles).texts

    assert len(texts) == 1 + 2 * rows
