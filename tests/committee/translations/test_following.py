import pytest

from committee.agreements.actions import add_article, delete_article, edit_article
from committee.history.mending import MoreThanWording, mending
from committee.models import HistoryEntry, OutdatedText
from tests.factories.agreement import AgreementFactory
from tests.factories.article import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def change(secretary):
    """Give a function that changes the text of an article and says which languages are then left behind."""

    def act(article, **texts):
        edit_article(by=secretary, article=article, **texts)
        rows = OutdatedText.objects.of(article).order_by("name", "language")
        return [(row.name, row.language, row.changed_language) for row in rows]

    return act


def test_a_text_that_is_new_is_outdated_in_no_language(secretary):
    add_article(
        by=secretary, agreement=AgreementFactory(), number=1, text_ko="운영한다.", text_zh_hans="设立。"
    )

    assert OutdatedText.objects.count() == 0


def test_changing_one_language_leaves_the_others_behind(change):
    article = ArticleFactory(text_en="The cities set up a hotline.")

    assert change(article, text_ko="함께 운영한다.") == [("text", "en", "ko"), ("text", "zh_hans", "ko")]


def test_changing_languages_together_leaves_only_the_rest_behind(change):
    article = ArticleFactory(text_en="The cities set up a hotline.")

    assert change(article, text_ko="함께 운영한다.", text_zh_hans="共同设立。") == [("text", "en", "ko")]


def test_changing_what_is_outdated_brings_it_up_to_date(change):
    article = ArticleFactory()
    change(article, text_ko="함께 운영한다.")

    assert change(article, text_zh_hans="共同设立热线。") == []


def test_a_language_that_has_no_text_is_not_outdated(change):
    article = ArticleFactory(text_zh_hans="")

    assert change(article, text_ko="함께 운영한다.") == []


def test_adding_a_language_leaves_no_other_behind(change):
    article = ArticleFactory()

    assert change(article, text_en="The cities set up a hotline.") == []


def test_taking_a_change_back_takes_its_trace_back(change):
    article = ArticleFactory()
    before = article.text_ko
    change(article, text_ko="함께 운영한다.")

    assert change(article, text_ko=before) == []


def test_a_second_change_remembers_what_was_translated(change):
    article = ArticleFactory()
    before = article.text_ko
    change(article, text_ko="함께 운영한다.")
    change(article, text_ko="계속 운영한다.")

    assert change(article, text_ko=before) == []


def test_emptying_a_text_ends_that_it_is_outdated(change):
    article = ArticleFactory()
    change(article, text_ko="함께 운영한다.")

    assert change(article, text_zh_hans="") == []


def test_emptying_what_was_changed_leaves_nothing_to_compare_with(change):
    article = ArticleFactory()
    change(article, text_ko="함께 운영한다.")

    assert change(article, text_ko="") == []


def test_each_text_of_a_record_is_followed_for_itself(change):
    article = ArticleFactory()
    change(article, heading_ko="직통전화")

    assert change(article, text_zh_hans="共同设立热线。") == [
        ("heading", "zh_hans", "ko"),
        ("text", "ko", "zh_hans"),
    ]


def test_saving_a_number_follows_no_text(change):
    assert change(ArticleFactory(), number=9) == []


def test_the_traces_of_a_deleted_record_go_with_it(change, secretary):
    article = ArticleFactory()
    change(article, text_ko="함께 운영한다.")

    delete_article(by=secretary, article=article)

    assert OutdatedText.objects.count() == 0


def test_mended_wording_leaves_nobody_behind(change):
    article = ArticleFactory(text_en="The cities set up a hotlinne.")

    with mending(True):
        behind = change(article, text_en="The cities set up a hotline.")

    assert behind == []
    assert HistoryEntry.objects.of(article).latest("pk").verb == HistoryEntry.Verb.MENDED


def test_mended_wording_that_was_left_behind_is_up_to_date(change):
    article = ArticleFactory(text_en="The cities set up a hotlinne.")
    change(article, text_ko="함께 운영한다.", text_zh_hans="共同设立。")

    with mending(True):
        assert change(article, text_en="The cities set up a hotline.") == []


def test_what_is_mended_again_is_held_against_what_was_said_first(change):
    article = ArticleFactory(text_en="The cities set up 1 hotlinne.")
    with mending(True):
        change(article, text_en="The cities set up 1 hot line.")
        change(article, text_en="The cities set up 1 hot lunch.")

    with mending(True), pytest.raises(MoreThanWording):
        change(article, text_en="Two cities eat up 1 hot lunch.")


def test_a_change_is_what_later_mending_is_held_against(change):
    article = ArticleFactory(text_en="The cities set up 1 hotline.")
    change(article, text_en="Nothing of the kind was agreed upn.")

    with mending(True):
        change(article, text_en="Nothing of the kind was agreed upon.")

    article.refresh_from_db()
    assert article.text_en == "Nothing of the kind was agreed upon."


def test_a_language_that_was_added_while_mending_is_mended_like_any_other(change):
    article = ArticleFactory(text_en="The cities set up 1 hotline.", text_ko="")

    with mending(True):
        change(article, text_ko="핫라인을 개설 한다.")
        change(article, text_ko="핫라인을 개설한다.")
        with pytest.raises(MoreThanWording):
            change(article, text_ko="회의를 연다.")


@pytest.mark.parametrize(
    "changes",
    [
        {"text_en": "The cities set up 2 hotlines."},
        {"text_en": "Nothing of the kind is agreed."},
        {"text_en": ""},
        {"text_en": "The cities set up a hotline!", "number": 7},
    ],
)
def test_what_is_more_than_wording_is_not_mended(change, changes):
    article = ArticleFactory(text_en="The cities set up 1 hotline.")

    with mending(True), pytest.raises(MoreThanWording):
        change(article, **changes)
