import datetime

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from committee.languages.wording import Wording
from committee.printing.content import Paragraph
from committee.report_checks.gaps import translations_of
from committee.report_outlines.actions import introduce_section, move_section, show_section
from committee.report_outlines.introductions import paragraphs
from committee.reports.gather import gather
from tests.committee.reports.conftest import ABSENT, SHORT, TWO
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2018, 3, 19)


@pytest.fixture
def meeting(settings):
    settings.REPORT_SECTIONS = [SHORT, TWO, ABSENT]
    seoul(), beijing()
    return MeetingFactory()


def gathered(meeting, language="en"):
    with override(language):
        return gather(meeting_id=meeting.pk, language=language, today=TODAY)


def test_an_introduction_opens_the_first_chapter_of_its_section(secretary, meeting):
    introduce_section(by=secretary, meeting=meeting, section=TWO[0], introduction_en="One.\n\nTwo.")

    _short, economy, culture = gathered(meeting).sections

    assert economy.blocks == (
        Paragraph("One.", manner="lead"),
        Paragraph("Two.", manner="lead"),
        Paragraph("Economy"),
    )
    assert culture.blocks == (Paragraph("Culture"),)


def test_a_section_without_content_is_a_chapter_of_its_introduction_alone(secretary, meeting):
    introduce_section(by=secretary, meeting=meeting, section=ABSENT[0], introduction_en="None was held.")

    chapter = gathered(meeting).sections[-1]

    assert (chapter.heading, chapter.key) == (ABSENT[1], ABSENT[0])
    assert chapter.blocks == (Paragraph("None was held.", manner="lead"),)


def test_a_section_left_out_is_not_asked(secretary, meeting, settings):
    settings.REPORT_SECTIONS = [SHORT, ("tests.committee.reports.sections.broken", "Broken")]

    show_section(
        by=secretary, meeting=meeting, section=settings.REPORT_SECTIONS[1][0], is_shown=False, seen_version=1
    )

    assert [section.key for section in gathered(meeting).sections] == [SHORT[0]]


def test_chapters_are_printed_in_the_order_of_the_outline(secretary, meeting):
    move_section(by=secretary, meeting=meeting, section=TWO[0], by_places=-1, seen_version=1)

    assert [section.heading for section in gathered(meeting).sections] == ["Economy", "Culture", "Short"]


def test_an_introduction_is_printed_in_the_language_of_the_edition(secretary, meeting):
    introduce_section(
        by=secretary, meeting=meeting, section=SHORT[0], introduction_en="So far.", introduction_ko="경과"
    )

    assert gathered(meeting, "ko").sections[0].blocks[0].text == "경과"


def test_an_introduction_that_a_language_lacks_is_found_before_the_review(secretary, meeting):
    written = introduce_section(by=secretary, meeting=meeting, section=SHORT[0], introduction_en="A.\n\nB.")

    gaps = translations_of({language: gathered(meeting, language) for language in ("en", "ko")})

    assert [(gap.language, gap.state, gap.text) for gap in gaps] == [("ko", "missing", "Introduction")]
    assert gaps[0].address == reverse("translations_of", args=["reportoutline", written.outline_id])


@pytest.mark.parametrize("written", ["One.\r\n\r\nTwo.", "One.\n \n\nTwo.\n", "\n\nOne.\n\nTwo."])
def test_empty_lines_set_paragraphs_apart(written):
    assert [each.text for each in paragraphs(Wording(written, "en"))] == ["One.", "Two."]


def test_a_single_line_break_stays_in_its_paragraph():
    assert [each.text for each in paragraphs(Wording("One\nTwo", "en"))] == ["One\nTwo"]


def test_every_section_stands_where_the_settings_have_it():
    seoul(), beijing()

    sections = gathered(MeetingFactory()).sections

    places = {section.key: section.place for section in sections}
    assert places == {path: settings.REPORT_PLACES.get(path, "main") for path in places}
    assert "annex" in places.values()
