import pytest
from django.db import IntegrityError

from committee.printing.snapshot import from_json
from committee.reports.actions import request_editions
from tests.factories.city import beijing, seoul
from tests.factories.edition import EditionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.meeting_report import report_in_review


def test_the_language_of_the_host_stands_left(secretary):
    seoul()
    meeting = MeetingFactory(host=beijing())

    (edition,) = request_editions(by=secretary, meeting=meeting, languages=["zh-hans_ko"])

    assert (edition.language, edition.second_language) == ("zh-hans", "ko")


def test_one_in_two_languages_is_built_beside_one_in_the_first(secretary):
    meeting = MeetingFactory()

    first, both = request_editions(by=secretary, meeting=meeting, languages=["ko", "ko_zh-hans"])

    assert request_editions(by=secretary, meeting=meeting, languages=["ko_zh-hans"]) == [both]
    assert first != both


def test_an_edition_in_review_is_joined_of_both_contents_of_its_round(secretary):
    report = report_in_review()

    (edition,) = request_editions(by=secretary, meeting=report.meeting, languages=["ko_zh-hans"])

    content = from_json(edition.stored_content)
    assert (content.language, content.second_language) == ("ko", "zh-hans")
    assert content.identifier == edition.identifier_when_published == f"{report.pk}-zh-ko"


def test_the_second_language_is_another_one(db):
    with pytest.raises(IntegrityError, match="edition_in_two_languages_or_one"):
        EditionFactory(language="ko", second_language="ko")


def test_the_same_two_languages_are_built_once_at_a_time(db):
    edition = EditionFactory(language="ko", second_language="zh-hans")

    with pytest.raises(IntegrityError):
        EditionFactory(meeting=edition.meeting, language="ko", second_language="zh-hans")
