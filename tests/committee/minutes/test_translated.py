import pytest

from committee.history.actions import keep_changes
from committee.minutes.circulation import circulate
from committee.minutes.rules import NotInThisState
from committee.translations.actions import check_translation
from committee.translations.models import fingerprint
from tests.factories.city import beijing
from tests.factories.minutes import secretary_of, written_minutes
from tests.factories.translation import TranslationRequestFactory, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(db):
    """The English text of a section, asked for while the minutes are written."""
    section = written_minutes().sections.get()
    section = keep_changes(by=None, record=section, changes={"text_en": ""})
    return translate(TranslationRequestFactory(record=section, name="text"), "A hotline is set up.")


def test_a_section_gets_its_language_while_the_minutes_are_written(asked, secretary):
    check_translation(by=secretary, request=asked, seen=fingerprint(asked.text))

    asked.record.refresh_from_db()
    assert asked.record.text_en == "A hotline is set up."


def test_what_both_cities_are_reading_gets_no_language_unseen(asked, secretary):
    beijing()
    minutes = asked.record.minutes
    circulate(by=secretary, minutes=minutes, answer_by=secretary.today, without_en=True)

    with pytest.raises(NotInThisState):
        check_translation(by=secretary, request=asked, seen=fingerprint(asked.text))


def test_the_other_secretariat_does_not_see_what_is_asked_of_a_draft(asked, signed_in):
    visitor = signed_in(secretary_of(beijing()))

    assert visitor.get(asked.get_absolute_url()).status_code == 404
