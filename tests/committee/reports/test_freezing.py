import datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone

from committee.models import MeetingReport, Notice, ReportRound
from committee.reports.actions import request_editions
from committee.reports.build import build
from committee.reports.drafting import delete_report, return_to_draft, send_to_review, waive_translations
from committee.reports.freezing import freeze, take_up_silent_rounds
from committee.reports.rules import NothingToWaive, NotInThisState, ReasonNeeded, SentToReviewBefore, UnderWay
from tests.committee.reports.conftest import BROKEN, SHORT
from tests.factories.city import beijing, seoul
from tests.factories.meeting_report import (
    MeetingReportFactory,
    again,
    refused_report,
    report_in_review,
    secretary_of,
)

State, Round = MeetingReport.State, ReportRound.State
KOREAN = ("tests.committee.reports.sections.korean", "In Korean alone")


@pytest.fixture
def report(short_report, db) -> MeetingReport:
    return MeetingReportFactory(meeting__ordinal=4, meeting__host=seoul())


def frozen(report: MeetingReport, by) -> MeetingReport:
    freeze(send_to_review(by=by, report=report).pk)
    return again(report)


def test_sent_to_review_it_is_frozen_in_every_language(report, secretary):
    beijing()

    reviewed = frozen(report, secretary)

    assert (reviewed.state, reviewed.latest.state) == (State.REVIEW, Round.FROZEN)
    assert [(each.language, each.identifier) for each in reviewed.latest.contents.all()] == [
        ("ko", "SBJC-4-2020-ko-1"),
        ("zh-hans", "SBJC-4-2020-zh-1"),
        ("en", "SBJC-4-2020-en-1"),
    ]


def test_both_secretariats_are_told_that_it_is_in_review(report, secretary):
    other = secretary_of(beijing())

    frozen(report, secretary)

    told = Notice.objects.filter(kind="report").values_list("member", "subject_en")
    assert set(told) == {
        (each.pk, "To review: Report to General meeting no. 4") for each in (secretary, other)
    }


def test_editions_are_made_of_what_was_frozen_whatever_the_records_say_later(report, secretary):
    frozen(report, secretary)
    report.meeting.starts_on += datetime.timedelta(days=30)
    report.meeting.save()

    (edition,) = request_editions(by=secretary, meeting=report.meeting, languages=["en"])

    assert edition.frozen == again(report).latest.contents.get(language="en")
    assert str(edition.stored_content).count("Covered until 2020-03-19.") == 1


def test_an_edition_of_a_round_is_built_without_asking_the_records(report, secretary):
    frozen(report, secretary)
    (edition,) = request_editions(by=secretary, meeting=report.meeting, languages=["en"])

    build(edition.pk)

    edition.refresh_from_db()
    assert (edition.state, edition.content, edition.steps_done) == ("ready", {}, edition.steps_total)


def test_an_edition_of_a_draft_says_that_no_city_has_approved_it(report, secretary):
    (edition,) = request_editions(by=secretary, meeting=report.meeting, languages=["en"])

    build(edition.pk)

    edition.refresh_from_db()
    assert edition.content["report"]["standing"].endswith(", not approved by either city")


def test_a_text_that_a_language_lacks_stands_in_the_way(report, secretary, settings):
    settings.REPORT_SECTIONS = [KOREAN]

    refused = frozen(report, secretary)

    assert (refused.state, refused.latest.state) == (State.DRAFT, Round.REFUSED)
    told = [each for each in refused.latest.problems if each["reader"] == "en"]
    assert [(each["language"], each["state"]) for each in told] == [("zh-hans", "missing"), ("en", "missing")]


def test_a_text_waived_by_name_is_printed_with_the_name_and_the_reason(report, secretary, settings):
    settings.REPORT_SECTIONS = [KOREAN]
    refused = frozen(report, secretary)
    for language in ("zh-hans", "en"):
        waive_translations(by=secretary, report=refused, language=language, reason="A proper name.")

    reviewed = frozen(refused, secretary)

    notes = reviewed.latest.contents.get(language="en").content["report"]["notes"]
    assert reviewed.state == State.REVIEW
    assert notes[0].startswith("In the edition in Simplified Chinese 1 text is missing or outdated.")
    assert f"by decision of {secretary.name} (Seoul)" in notes[0]
    assert notes[1]["text"] == "A proper name."


def test_a_waiver_is_not_printed_once_what_it_covers_is_translated(report, secretary, settings):
    settings.REPORT_SECTIONS = [KOREAN]
    refused = frozen(report, secretary)
    for language in ("zh-hans", "en"):
        waive_translations(by=secretary, report=refused, language=language, reason="A proper name.")
    settings.REPORT_SECTIONS = [SHORT]

    reviewed = frozen(refused, secretary)

    assert reviewed.state == State.REVIEW
    assert reviewed.latest.contents.get(language="en").content["report"]["notes"] == []


def test_a_waiver_covers_no_text_that_is_wanting_later(report, secretary, settings):
    settings.REPORT_SECTIONS = [KOREAN]
    refused = frozen(report, secretary)
    for language in ("zh-hans", "en"):
        waive_translations(by=secretary, report=refused, language=language, reason="A proper name.")
    settings.REPORT_SECTIONS = [("tests.committee.reports.sections.another_korean", "Another")]

    assert frozen(refused, secretary).state == State.DRAFT


def test_what_nothing_is_wanting_in_is_not_waived(secretary):
    with pytest.raises(NothingToWaive):
        waive_translations(by=secretary, report=refused_report(), language="ko", reason="A proper name.")


def test_a_waiver_has_a_reason(secretary):
    with pytest.raises(ReasonNeeded):
        waive_translations(by=secretary, report=refused_report(), language="en", reason=" ")


def test_a_broken_section_leaves_a_draft_that_says_what_went_wrong(report, secretary, settings):
    settings.REPORT_SECTIONS = [BROKEN]

    failed = frozen(report, secretary)

    assert (failed.state, failed.latest.failure) == (State.DRAFT, "ZeroDivisionError: a mean of no values")


def test_a_rule_that_stands_in_the_way_is_said_with_the_section(report, secretary, settings):
    settings.REPORT_SECTIONS = [("tests.committee.reports.sections.refusing", "Pictures")]

    latest = frozen(report, secretary).latest

    assert (latest.state, latest.failure) == ("failed", "The picture “Opening” cannot be printed.")
    assert latest.failure_in_words == (
        "It broke while gathering the content: Pictures (Korean). The picture “Opening” cannot be printed."
    )


def test_it_is_gathered_once_at_a_time(report, secretary):
    send_to_review(by=secretary, report=report)

    with pytest.raises(UnderWay):
        send_to_review(by=secretary, report=report)


def test_what_is_in_review_is_not_sent_there_again(secretary):
    with pytest.raises(NotInThisState):
        send_to_review(by=secretary, report=report_in_review())


def test_taken_back_and_sent_again_it_is_a_new_round(report, secretary):
    reviewed = frozen(report, secretary)
    return_to_draft(by=secretary, report=reviewed, reason="May is missing.")

    second = frozen(reviewed, secretary)

    assert [(each.number, each.state) for each in second.rounds.all()] == [(2, "frozen"), (1, "frozen")]


def test_a_silent_round_is_taken_up_and_given_up_after_three_attempts(report, secretary):
    long_ago = timezone.now() - datetime.timedelta(hours=1)
    begun = send_to_review(by=secretary, report=report)
    ReportRound.objects.update(seen_alive_at=long_ago)

    first = take_up_silent_rounds(timezone.now())
    ReportRound.objects.update(seen_alive_at=long_ago, attempt=3)
    last = take_up_silent_rounds(timezone.now())

    assert (first, last) == ([begun.pk], [])
    assert again(report).latest.failure == ("The work was broken off 3 times, each time without a word.")


def test_a_frozen_text_that_was_tampered_with_shows(secretary):
    content = report_in_review().latest.contents.first()
    content.text = content.text.replace("Cleaner", "Dirtier")

    assert not content.is_intact


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"state": "approved"}, "report_approved_with_its_checksum"),
        ({"state": "publishing", "approved_sha256": "x"}, "report_published_by_someone"),
        ({"correction": "The table."}, "report_corrects_with_a_reason"),
        ({"withdrawn_because": "A table was wrong."}, "report_withdrawn_with_a_reason"),
    ],
)
def test_what_belongs_together_stands_together_whoever_writes_it(db, fields, name):
    with pytest.raises(IntegrityError, match=name):
        MeetingReportFactory(**fields)


def test_a_meeting_has_one_report_at_work(db):
    report = MeetingReportFactory()

    with pytest.raises(IntegrityError):
        MeetingReportFactory(meeting=report.meeting, number=2)


def test_a_draft_that_was_refused_is_deleted_with_what_was_found(secretary):
    report = refused_report()
    waive_translations(by=secretary, report=report, language="en", reason="A proper name.")

    delete_report(by=secretary, report=again(report))

    assert (MeetingReport.objects.count(), ReportRound.objects.count()) == (0, 0)


def test_what_was_in_review_is_not_deleted(secretary):
    report = return_to_draft(by=secretary, report=report_in_review(), reason="May is missing.")

    with pytest.raises(SentToReviewBefore):
        delete_report(by=secretary, report=report)
