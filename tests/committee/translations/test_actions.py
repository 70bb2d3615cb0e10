import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from committee.agreements.actions import edit_article
from committee.history.actions import ChangedMeanwhile
from committee.members.models import Role
from committee.models import HistoryEntry, Notice, OutdatedText
from committee.translations import actions
from committee.translations.models import fingerprint
from committee.translations.rules import (
    HoldsAlready,
    HoldsInThisLanguage,
    NothingToTranslate,
    NotInThisState,
    ReasonNeeded,
    TextChangedMeanwhile,
    TooLong,
    TranslationChanged,
)
from tests.factories.article import ArticleFactory
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.translation import TranslationRequestFactory, translate, translated_request
from tests.factories.update import confirmed_update, submitted_update

pytestmark = pytest.mark.django_db
DUE = datetime.date(2026, 12, 10)


@pytest.fixture
def colleague(db):
    """Somebody else of Seoul's secretariat."""
    return member_with(Role.SECRETARIAT)


def check(request, by):
    return actions.check_translation(by=by, request=request, seen=fingerprint(request.text))


def test_a_co_lead_asks_for_the_languages_of_an_update_of_the_own_city():
    update = submitted_update()
    lead = member_with(Role.CO_LEAD, seoul(), update.project.subcommittee)

    (asked,) = actions.ask_for_translations(
        by=lead, record=update, texts=[(update, "narrative", "ko")], due_on=DUE
    )

    assert (asked.city, asked.from_language, asked.state) == (seoul(), "en", "asked")


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.LIAISON])
def test_who_does_not_write_a_record_does_not_ask(role):
    update = submitted_update()

    with pytest.raises(PermissionDenied):
        actions.ask_for_translations(
            by=member_with(role), record=update, texts=[(update, "narrative", "ko")], due_on=DUE
        )


def test_a_text_is_asked_for_once_at_a_time(secretary):
    article = TranslationRequestFactory().record

    with pytest.raises(ValidationError):
        actions.ask_for_translations(
            by=secretary, record=article, texts=[(article, "heading", "en")], due_on=DUE
        )


def test_a_text_that_no_language_has_cannot_be_asked_for(secretary):
    article = ArticleFactory(heading_ko="", heading_zh_hans="")

    with pytest.raises(NothingToTranslate):
        actions.ask_for_translations(
            by=secretary, record=article, texts=[(article, "heading", "en")], due_on=DUE
        )


def test_what_is_there_and_holds_is_not_asked_for(secretary):
    article = ArticleFactory()

    with pytest.raises(HoldsInThisLanguage):
        actions.ask_for_translations(
            by=secretary, record=article, texts=[(article, "heading", "ko")], due_on=DUE
        )


def test_one_translates_from_a_language_that_holds(secretary):
    article = edit_article(by=secretary, article=ArticleFactory(), text_zh_hans="共同设立热线。")

    (asked,) = actions.ask_for_translations(
        by=secretary, record=article, texts=[(article, "text", "en")], due_on=DUE
    )

    assert asked.from_language == "zh_hans"


def test_the_record_says_a_translation_when_another_person_has_checked_it(secretary, colleague):
    asked = translate(TranslationRequestFactory(), by=secretary)
    asked.record.refresh_from_db()
    before = asked.record.heading_en

    check(asked, colleague)

    asked.record.refresh_from_db()
    entry = HistoryEntry.objects.of(asked.record).get()
    assert (before, asked.record.heading_en) == ("", "Hotline")
    assert (entry.by, entry.changes) == (colleague, {"heading_en": ["", "Hotline"]})


def test_who_translated_does_not_check(secretary):
    asked = translate(TranslationRequestFactory(), by=secretary)

    with pytest.raises(PermissionDenied):
        check(asked, secretary)


def test_who_asked_may_check(secretary):
    update = submitted_update()
    lead = member_with(Role.CO_LEAD, seoul(), update.project.subcommittee)
    asked = TranslationRequestFactory(
        record=update, name="narrative", from_language="en", to_language="ko", asked_by=lead
    )

    check(translate(asked, "매주 교환한다.", by=secretary), lead)

    update.refresh_from_db()
    assert update.narrative_ko == "매주 교환한다."


def test_a_text_changed_before_the_translation_is_handed_in_is_not_written_over(secretary):
    asked = TranslationRequestFactory()
    seen = actions.texts_seen(asked)
    edit_article(by=secretary, article=asked.record, heading_ko="직통전화")

    with pytest.raises(TextChangedMeanwhile):
        actions.hand_in_translation(by=secretary, request=asked, text="Hotline", seen=seen)


@pytest.mark.parametrize("column", ["heading_ko", "heading_en"])
def test_a_text_changed_before_the_check_is_not_written_over(column, secretary):
    asked = translated_request()
    edit_article(by=secretary, article=asked.record, **{column: "Direct line"})

    with pytest.raises(TextChangedMeanwhile):
        check(asked, secretary)

    asked.record.refresh_from_db()
    assert asked.record.heading_en == ("" if column == "heading_ko" else "Direct line")


def test_a_translation_overtaken_is_translated_again(secretary, colleague):
    asked = translated_request()
    edit_article(by=secretary, article=asked.record, heading_ko="직통전화")
    asked.refresh_from_db()

    check(translate(asked, "Direct line", by=secretary), colleague)

    asked.record.refresh_from_db()
    assert asked.record.heading_en == "Direct line"


def test_one_checks_what_one_has_read(secretary, colleague):
    asked = translate(TranslationRequestFactory(), by=secretary)
    translate(asked, "Direct line", by=secretary)

    with pytest.raises(TranslationChanged):
        check(asked, colleague)


def test_two_who_translate_at_once_do_not_write_over_each_other(secretary, colleague):
    asked = TranslationRequestFactory()
    translate(asked, "Hotline", by=secretary)

    with pytest.raises(ChangedMeanwhile):
        actions.hand_in_translation(
            by=colleague,
            request=asked,
            text="Direct line",
            seen=actions.texts_seen(asked),
            seen_version=asked.version,
        )


def test_a_translation_is_given_back_with_a_reason(secretary, colleague):
    asked = translate(TranslationRequestFactory(), by=colleague)

    with pytest.raises(ReasonNeeded):
        actions.give_back_translation(by=secretary, request=asked, reason=" ")
    returned = actions.give_back_translation(by=secretary, request=asked, reason="Say “direct line”.")

    assert (returned.state, returned.translated_by, returned.text) == ("asked", None, "Hotline")
    assert Notice.objects.of(colleague).latest("pk").body_en == "Say “direct line”."


def test_what_was_checked_is_neither_withdrawn_nor_translated(secretary, colleague):
    asked = check(translate(TranslationRequestFactory(), by=colleague), secretary)

    for act in (
        lambda: actions.withdraw_translation(by=secretary, request=asked),
        lambda: translate(asked, by=secretary),
        lambda: check(asked, secretary),
        lambda: actions.give_back_translation(by=secretary, request=asked, reason="Why?"),
    ):
        with pytest.raises(NotInThisState):
            act()


def test_after_a_withdrawal_the_text_can_be_asked_for_again(secretary):
    asked = translated_request()
    actions.withdraw_translation(by=secretary, request=asked)

    again = actions.ask_for_translations(
        by=secretary, record=asked.record, texts=[(asked.record, "heading", "en")], due_on=DUE
    )

    assert len(again) == 1


def test_a_translation_that_has_no_room_is_refused_at_once(secretary):
    with pytest.raises(TooLong):
        translate(TranslationRequestFactory(), "long " * 61, by=secretary)


def test_who_asked_is_told_of_the_checked_translation(secretary, colleague):
    asked = TranslationRequestFactory()

    check(translate(asked, by=colleague), secretary)

    told = [
        notice.subject_en.partition(":")[0] for notice in Notice.objects.of(asked.asked_by).order_by("pk")
    ]
    assert told == ["Translation to check", "Translated"]


def test_the_secretariat_is_told_once_for_all_texts_of_a_record(secretary, colleague):
    article = ArticleFactory()

    actions.ask_for_translations(
        by=secretary,
        record=article,
        texts=[(article, "heading", "en"), (article, "text", "en")],
        due_on=DUE,
    )

    assert [Notice.objects.of(member).count() for member in (secretary, colleague)] == [0, 1]


def test_a_confirmed_update_stays_confirmed_when_a_language_is_added(secretary, colleague):
    update = confirmed_update()
    asked = TranslationRequestFactory(record=update, name="narrative", from_language="en", to_language="ko")

    check(translate(asked, "매주 교환한다.", by=colleague), secretary)

    update.refresh_from_db()
    assert (update.state, update.is_intact, update.narrative_ko) == ("confirmed", True, "매주 교환한다.")
    assert Notice.objects.of(update.answered_by).latest("pk").subject_en.startswith("Wording corrected: ")


def test_an_update_changed_in_the_database_keeps_its_broken_fingerprint(secretary, colleague):
    update = confirmed_update()
    type(update).objects.filter(pk=update.pk).update(narrative_en="Something else.")
    update.refresh_from_db()
    asked = TranslationRequestFactory(record=update, name="narrative", from_language="en", to_language="ko")

    check(translate(asked, "다른 내용", by=colleague), secretary)

    update.refresh_from_db()
    assert not update.is_intact


def test_a_text_is_said_to_hold_though_another_language_was_changed(secretary):
    article = edit_article(by=secretary, article=ArticleFactory(), text_ko="함께 운영한다.")

    actions.say_it_holds(by=secretary, record=article, name="text", language="zh_hans")

    entry = HistoryEntry.objects.of(article).first()
    assert (OutdatedText.objects.count(), entry.verb, entry.comment) == (0, "confirmed", "text in Chinese")
    with pytest.raises(HoldsAlready):
        actions.say_it_holds(by=secretary, record=article, name="text", language="zh_hans")


def test_a_co_lead_does_not_say_that_an_article_holds(secretary):
    article = edit_article(by=secretary, article=ArticleFactory(), text_ko="함께 운영한다.")

    with pytest.raises(PermissionDenied):
        actions.say_it_holds(
            by=member_with(Role.CO_LEAD, beijing()), record=article, name="text", language="zh_hans"
        )
