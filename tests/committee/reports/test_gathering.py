"""What is seen of the gathering of a content while it goes on, and how it is stopped."""

import pytest
from django.db import IntegrityError

from committee.models import Article, MeetingReport, ReportRound
from committee.reports.drafting import send_to_review, stop_gathering
from committee.reports.freezing import freeze
from committee.reports.rules import NothingUnderWay
from tests.committee.reports.conftest import SHORT
from tests.factories.article import ArticleFactory
from tests.factories.city import beijing, seoul
from tests.factories.meeting_report import MeetingReportFactory, again

State, Round = MeetingReport.State, ReportRound.State


@pytest.fixture
def report(short_report, db) -> MeetingReport:
    beijing()
    return MeetingReportFactory(meeting__host=seoul())


def test_each_section_in_each_language_is_a_step_and_the_checks_are_the_last(report, secretary):
    begun = send_to_review(by=secretary, report=report)

    freeze(begun.pk)

    begun.refresh_from_db()
    assert (begun.steps_done, begun.steps_total) == (3, 4)


def test_the_page_says_which_section_is_gathered_in_which_language(report, secretary, signed_in):
    send_to_review(by=secretary, report=report)
    here = {"section": SHORT[0], "language": "ko", "steps_done": 1, "steps_total": 4}
    ReportRound.objects.update(state=Round.FREEZING, **here)

    page = signed_in(secretary).get(report.get_absolute_url()).content.decode()

    assert page.count("1 / 4: gathering the content: Short (Korean)") == 1
    assert page.count("Stop the gathering") == 1


def test_taken_up_again_it_names_no_section_before_it_asks_one(report, secretary, settings):
    settings.REPORT_COVER = "tests.committee.reports.sections.broken_cover"
    begun = send_to_review(by=secretary, report=report)
    ReportRound.objects.update(section=SHORT[0], language="ko", attempt=1)

    freeze(begun.pk)

    begun.refresh_from_db()
    assert (begun.state, begun.section, begun.language) == (Round.FAILED, "", "")


@pytest.mark.parametrize(("done", "words"), [(0, ""), (3, "comparing figures and translations")])
def test_without_a_section_it_is_before_the_first_step_or_at_the_last(done, words):
    assert ReportRound(state=Round.FREEZING, steps_done=done).step_in_words == words


@pytest.mark.parametrize("fields", [{"section": SHORT[0]}, {"language": "ko"}])
def test_a_section_is_gathered_in_a_language(report, secretary, fields):
    send_to_review(by=secretary, report=report)

    with pytest.raises(IntegrityError, match="report_round_section_in_a_language"):
        ReportRound.objects.update(**fields)


def test_stopped_before_it_began_it_does_not_begin(report, secretary):
    begun = send_to_review(by=secretary, report=report)
    stop_gathering(by=secretary, report=again(report))

    freeze(begun.pk)

    assert (again(report).state, again(report).latest.state) == (State.DRAFT, Round.STOPPED)


@pytest.mark.django_db(transaction=True)
def test_stopped_while_it_is_gathered_it_ends_at_the_next_section(report, secretary, settings):
    settings.REPORT_SECTIONS = [("tests.committee.reports.sections.stopped_meanwhile", "Stopped"), SHORT]

    freeze(send_to_review(by=secretary, report=report).pk)

    stopped = again(report)
    assert (stopped.state, stopped.latest.state, stopped.latest.failure) == (State.DRAFT, Round.STOPPED, "")
    assert (stopped.latest.steps_done, stopped.latest.contents.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_what_is_saved_after_the_last_section_changes_nothing_that_is_checked(report, secretary, settings):
    settings.REPORT_SECTIONS = [("tests.committee.reports.sections.emptied_meanwhile", "Articles")]
    ArticleFactory(text_en="The cities run a hotline.")

    freeze(send_to_review(by=secretary, report=report).pk)

    assert (again(report).state, Article.objects.get().text_ko) == (State.REVIEW, "")


def test_what_was_stopped_is_sent_again(report, secretary):
    send_to_review(by=secretary, report=report)
    stop_gathering(by=secretary, report=again(report))

    freeze(send_to_review(by=secretary, report=again(report)).pk)

    assert again(report).state == State.REVIEW


def test_what_is_over_is_not_stopped(report, secretary):
    with pytest.raises(NothingUnderWay):
        stop_gathering(by=secretary, report=report)
