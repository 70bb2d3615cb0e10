import pytest

from committee.translations.actions import ask_for_translations
from committee.translations.tasks import draft_translation
from tests.factories.article import ArticleFactory
from tests.factories.translation import TranslationRequestFactory, translated_request

pytestmark = pytest.mark.django_db


def louder(text: str, from_tag: str, to_tag: str) -> str:
    return f"{text.upper()} ({from_tag} → {to_tag})"


@pytest.fixture
def machine(settings):
    settings.MACHINE_TRANSLATION = f"{__name__}.louder"


def test_a_machine_drafts_and_the_record_stays_as_it_is(machine):
    asked = TranslationRequestFactory(record=ArticleFactory(heading_ko="hotline"))

    draft_translation(request_id=asked.pk)

    asked.refresh_from_db()
    assert (asked.text, asked.is_machine_draft, asked.state) == ("HOTLINE (ko → en)", True, "asked")
    assert asked.record.heading_en == ""


def test_a_machine_writes_over_nobodys_translation(machine):
    asked = translated_request()

    draft_translation(request_id=asked.pk)

    asked.refresh_from_db()
    assert (asked.text, asked.is_machine_draft) == ("Hotline", False)


@pytest.mark.parametrize("path", ["", f"{__name__}.louder"], ids=["off", "on"])
def test_a_machine_is_asked_only_where_the_setting_names_one(
    path, settings, secretary, django_capture_on_commit_callbacks
):
    settings.MACHINE_TRANSLATION = path
    article = ArticleFactory()

    with django_capture_on_commit_callbacks() as to_do:
        ask_for_translations(
            by=secretary, record=article, texts=[(article, "heading", "en")], due_on=secretary.today
        )

    assert len(to_do) == bool(path)
