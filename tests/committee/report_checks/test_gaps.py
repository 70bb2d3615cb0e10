import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import override

from committee.agreements.actions import edit_article
from committee.languages.wording import Wording, each_language, sentence
from committee.models import Article
from committee.printing.content import Paragraph, Report
from committee.printing.snapshot import from_json, to_json
from committee.report_checks.gaps import translations_of
from committee.translations.states import State
from tests.factories.article import ArticleFactory
from tests.factories.report import small_report
from tests.factories.translation import translated_request

pytestmark = pytest.mark.django_db


def report(language: str, *texts) -> Report:
    return small_report(language, *map(Paragraph, texts))


def printed(record, name: str, language: str) -> Report:
    """Return a content as a chapter would say it: the text is read in the language of the report."""
    with override(language):
        return report(language, getattr(record, name))


def states(reports: dict[str, Report]) -> list[tuple[str, State]]:
    return [(gap.language, gap.state) for gap in translations_of(reports)]


def test_a_text_that_stands_in_for_a_missing_one_is_a_gap():
    article = ArticleFactory()  # without English text

    (gap,) = translations_of({each: printed(article, "text", each) for each in ("ko", "zh-hans", "en")})

    assert gap.key.startswith(f"committee.article/{article.pk}/text/en/")
    assert (gap.language, gap.state, gap.text, gap.heading) == (
        "en",
        State.MISSING,
        "Text",
        "Air quality",
    )


def test_a_gap_leads_to_the_texts_of_the_whole_record():
    article = ArticleFactory()

    (gap,) = translations_of({"en": printed(article, "text", "en")})

    assert gap.address == f"/en/translations/of/agreement/{article.agreement_id}/"


def test_what_was_changed_in_another_language_is_outdated(secretary):
    article = edit_article(by=secretary, article=ArticleFactory(), text_ko="함께 운영한다.")

    found = states({each: printed(article, "text", each) for each in ("ko", "zh-hans")})

    assert found == [("zh-hans", State.OUTDATED)]


def test_what_waits_to_be_checked_is_a_draft():
    article = translated_request().record

    assert states({"en": printed(article, "heading", "en")}) == [("en", State.DRAFT)]


def test_a_text_that_is_printed_twice_is_one_gap():
    article = ArticleFactory()

    with override("en"):
        found = states({"en": report("en", article.text, article.text)})

    assert found == [("en", State.MISSING)]


def test_a_title_that_is_printed_in_every_language_on_purpose_is_no_gap():
    article = ArticleFactory()

    assert states({"en": report("en", *each_language(article, "text"))}) == []


def test_a_record_that_is_gone_still_leaves_its_gap():
    article = ArticleFactory()
    content = printed(article, "text", "en")
    article.delete()

    (gap,) = translations_of({"en": content})

    assert (gap.record, gap.address, gap.state) == ("—", "", State.MISSING)


def test_a_text_keeps_its_source_when_the_content_is_stored():
    article = ArticleFactory()
    content = from_json(to_json(printed(article, "text", "en")))

    assert states({"en": content}) == [("en", State.MISSING)]


@pytest.mark.parametrize("rows", [1, 3])
def test_any_number_of_texts_takes_three_queries(rows, django_assert_num_queries):
    with override("en"):
        content = report("en", *(ArticleFactory().heading for _ in range(rows)))
    ContentType.objects.get_for_model(Article)  # kept once it was asked for

    with django_assert_num_queries(3):
        translations_of({"en": content})


def test_a_gap_in_which_other_words_stand_is_another_gap(secretary):
    article = ArticleFactory()
    (before,) = translations_of({"en": printed(article, "text", "en")})
    edit_article(by=secretary, article=article, text_ko="함께 운영한다.")
    article.refresh_from_db()

    (after,) = translations_of({"en": printed(article, "text", "en")})

    assert before.key != after.key


def test_a_text_of_which_another_paragraph_was_changed_is_another_gap(secretary):
    article = ArticleFactory(text_ko="하나\n\n둘")

    def key() -> str:
        article.refresh_from_db()
        first, second = (Wording(each, "ko", article.text.source) for each in article.text_ko.split("\n\n"))
        (gap,) = translations_of({"en": report("en", first, second)})
        return gap.key

    before = key()
    edit_article(by=secretary, article=article, text_ko="하나\n\n셋")

    assert key() != before


def test_a_text_that_is_built_into_a_sentence_is_a_gap_as_well():
    article = ArticleFactory(heading_en="Hotline", text_en="")

    with override("en"):
        words = sentence("%(heading)s: %(text)s", heading=article.heading, text=article.text)
        found = translations_of({"en": report("en", words)})

    assert [(gap.text, gap.state) for gap in found] == [("Text", State.MISSING)]
