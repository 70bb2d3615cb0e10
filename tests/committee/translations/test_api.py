"""What the API says of the texts of records."""

import pytest

from committee.agreements.actions import edit_article
from tests.factories.article import ArticleFactory
from tests.factories.translation import translated_request

pytestmark = pytest.mark.django_db


def texts_at(visitor, kind, record):
    """Return the states by text and language."""
    texts = visitor.get(f"/api/v1/translations/of/{kind}/{record.pk}/").json()
    return {
        (text["kind"], text["record_id"], text["name"]): {
            each["language"]: each["state"] for each in text["languages"]
        }
        for text in texts
    }


def test_it_says_of_each_text_where_its_languages_stand(secretary, signed_in):
    article = ArticleFactory(
        heading_en="Hotline", heading_ko="", heading_zh_hans="", text_en="Both set it up."
    )
    edit_article(by=secretary, article=article, text_ko="함께 운영한다.")

    states = texts_at(signed_in(secretary), "article", article)

    assert states == {
        ("article", article.pk, "heading"): {"ko": "missing", "zh_hans": "missing", "en": "checked"},
        ("article", article.pk, "text"): {"ko": "checked", "zh_hans": "outdated", "en": "outdated"},
    }


def test_it_names_what_changed_and_what_is_on_its_way(secretary, signed_in):
    request = translated_request(asked_by=secretary)
    article = request.record

    answer = signed_in(secretary).get(f"/api/v1/translations/of/article/{article.pk}/").json()

    (text,) = [each for each in answer if each["name"] == request.name]
    (draft,) = [each for each in text["languages"] if each["language"] == request.to_language]
    assert draft == {
        "language": request.to_language,
        "state": "draft",
        "changed_language": None,
        "request": request.pk,
    }


def test_the_parts_of_a_record_are_among_its_texts(secretary, signed_in):
    article = ArticleFactory()

    states = texts_at(signed_in(secretary), "agreement", article.agreement)

    assert ("article", article.pk, "text") in states


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_parts_costs_no_query(secretary, signed_in, django_assert_num_queries, count):
    agreement = ArticleFactory().agreement
    for number in range(2, count + 1):
        ArticleFactory(agreement=agreement, number=number)
    visitor = signed_in(secretary)
    texts_at(visitor, "agreement", agreement)

    with django_assert_num_queries(7):
        texts_at(visitor, "agreement", agreement)
