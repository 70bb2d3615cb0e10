import pytest

from committee.agreements.versions import versions_of_agreement, versions_of_article
from tests.factories.agreement import AgreementFactory
from tests.factories.article import ArticleFactory

pytestmark = pytest.mark.django_db


def test_authentic_versions_come_first():
    agreement = AgreementFactory(title_ko="양해각서", title_en="MOU", authentic_ko=False, authentic_en=True)

    found = [(each.heading.language, each.is_authentic) for each in versions_of_agreement(agreement)]

    assert found == [("zh-Hans", True), ("en", True), ("ko", False)]


def test_a_translation_that_is_not_there_is_left_out():
    article = ArticleFactory(heading_en="", text_en="")

    found = [each.heading.language for each in versions_of_article(article.agreement, article)]

    assert found == ["ko", "zh-Hans"]


def test_an_authentic_version_that_is_missing_stays_visible():
    article = ArticleFactory(heading_zh_hans="", text_zh_hans="")

    found = [(each.heading, each.text) for each in versions_of_article(article.agreement, article)]

    assert found == [("핫라인", "양 도시는 핫라인을 운영한다."), ("", "")]
