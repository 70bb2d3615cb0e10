import pytest

from committee.agreements.actions import edit_article
from committee.models import Article, City, Member
from committee.translations.states import texts_of
from committee.translations.texts import names_of_texts, translated
from tests.factories.agreement import AgreementFactory
from tests.factories.article import ArticleFactory
from tests.factories.translation import TranslationRequestFactory, translated_request

pytestmark = pytest.mark.django_db


def states(record, name):
    (text,) = texts_of([record], [name])
    return {suffix: standing.state.value for suffix, standing in text.standings.items()}


def test_what_was_saved_first_is_checked_and_the_rest_missing():
    assert states(ArticleFactory(), "text") == {"ko": "checked", "zh_hans": "checked", "en": "missing"}


def test_what_was_changed_elsewhere_is_outdated(secretary):
    article = edit_article(by=secretary, article=ArticleFactory(), text_ko="함께 운영한다.")

    assert states(article, "text") == {"ko": "checked", "zh_hans": "outdated", "en": "missing"}


def test_asking_alone_changes_no_state():
    asked = TranslationRequestFactory()

    assert states(asked.record, "heading")["en"] == "missing"


def test_what_waits_to_be_checked_is_a_draft():
    assert states(translated_request().record, "heading")["en"] == "draft"


def test_what_nobody_was_asked_for_is_wanting():
    article = ArticleFactory()
    TranslationRequestFactory(record=article)

    heading, text = texts_of([article])

    assert [[each.suffix for each in found.wanting] for found in (heading, text)] == [[], ["en"]]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_texts_of_any_number_of_records_take_two_queries(rows, django_assert_num_queries):
    records = [*(ArticleFactory() for _ in range(rows)), AgreementFactory()]
    texts_of(records)

    with django_assert_num_queries(2):
        texts = texts_of(records)

    assert len(texts) == 2 * rows + 3


def test_the_texts_of_a_model_stand_in_the_order_of_its_columns():
    assert [names_of_texts(model) for model in (Article, City, Member)] == [
        ["heading", "text"],
        ["name"],
        ["name", "title"],
    ]


def test_every_text_that_a_room_names_is_there():
    strange = [
        (kind, name)
        for kind, each in translated().items()
        for name in each.names
        if name not in names_of_texts(each.model)
    ]

    assert strange == []
