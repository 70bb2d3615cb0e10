import datetime
import logging

import pytest
from django.utils import timezone

from committee.models import ReportEdition
from committee.printing.building import Building
from committee.printing.charts import ChartNotDrawn
from committee.printing.printed_with import differences, printed_with
from committee.reports.actions import build_again, stop
from committee.reports.build import build, claim, take_up_silent
from committee.reports.models import ReportEdition as Edition
from committee.reports.printed import printed
from tests.committee.reports.conftest import ABSENT, BROKEN, SHORT, TWO, UNPRINTABLE
from tests.factories.city import beijing, seoul
from tests.factories.edition import EditionFactory, FailedEditionFactory, ReadyEditionFactory
from tests.factories.member import MemberFactory

State, Step = Edition.State, Edition.Step
LONG_AGO = datetime.timedelta(hours=1)


@pytest.fixture
def edition(db, short_report) -> ReportEdition:
    return EditionFactory(meeting__ordinal=3)


def test_a_queued_edition_becomes_ready_with_its_file(edition):
    build(edition.pk)

    edition.refresh_from_db()
    assert (edition.state, edition.pages, edition.steps_done) == (State.READY, 3, edition.steps_total)
    with edition.pdf.open() as file:
        assert file.read(4) == b"%PDF"


def test_two_claims_give_the_build_to_one(edition):
    first, second = claim(edition.pk), claim(edition.pk)

    assert (first, second) == (edition, None)


def test_a_message_that_comes_twice_builds_once(edition):
    build(edition.pk)
    finished_at = ReportEdition.objects.get().finished_at

    build(edition.pk)

    assert ReportEdition.objects.get().finished_at == finished_at


def test_an_edition_is_printed_again_from_its_content_after_the_records_changed(edition):
    build(edition.pk)
    edition.meeting.starts_on += datetime.timedelta(days=30)
    edition.meeting.host = beijing()
    edition.meeting.save()

    again = printed(ReportEdition.objects.get().content)

    assert again.sha256 == ReportEdition.objects.get().sha256


def test_printing_a_stored_content_asks_the_database_nothing(edition, django_assert_num_queries):
    build(edition.pk)
    content = ReportEdition.objects.get().content

    with django_assert_num_queries(0):
        printed(content)


def test_a_section_that_has_nothing_to_say_of_this_committee_stays_out(edition, settings):
    settings.REPORT_SECTIONS = [ABSENT, SHORT]

    build(edition.pk)

    sections = ReportEdition.objects.get().content["report"]["sections"]
    assert [section["key"] for section in sections] == [SHORT[0]]


def test_one_that_says_several_chapters_names_each_by_its_own_key(edition, settings):
    settings.REPORT_SECTIONS = [SHORT, TWO]

    build(edition.pk)

    sections = ReportEdition.objects.get().content["report"]["sections"]
    assert [section["key"] for section in sections] == [SHORT[0], f"{TWO[0]}:economy", f"{TWO[0]}:culture"]


def test_a_broken_section_fails_the_build_with_its_name_and_reason(edition, settings):
    settings.REPORT_SECTIONS = [SHORT, BROKEN]

    with pytest.raises(ZeroDivisionError):
        build(edition.pk)

    edition.refresh_from_db()
    assert (edition.state, edition.step, edition.section_title) == (State.FAILED, Step.GATHER, "Air quality")
    assert edition.failure == "An error in the program: ZeroDivisionError – a mean of no values"


def test_the_reason_is_told_in_the_language_of_who_asked(edition, settings):
    settings.REPORT_SECTIONS = [BROKEN]
    edition.requested_by = MemberFactory(language="en", city=seoul())
    edition.language = "ko"
    edition.save()

    with pytest.raises(ZeroDivisionError):
        build(edition.pk)

    edition.refresh_from_db()
    assert edition.failure == "An error in the program: ZeroDivisionError – a mean of no values"


def test_a_worker_that_is_told_to_stop_leaves_the_build_to_the_next(edition):
    building = claim(edition.pk)

    with pytest.raises(SystemExit), Building(building):
        raise SystemExit

    assert ReportEdition.objects.get().state == State.BUILDING


def test_a_worker_stops_without_a_word_when_another_has_taken_over(edition):
    building = claim(edition.pk)
    ReportEdition.objects.update(state=State.QUEUED)
    claim(edition.pk)

    with Building(building) as mine:
        mine.enter(Step.CHARTS)

    edition.refresh_from_db()
    assert (edition.state, edition.step, edition.attempt) == (State.BUILDING, "", 2)


def test_a_long_layout_shows_signs_of_life(edition):
    with Building(claim(edition.pk)) as building:
        building._signed_at -= LONG_AGO
        ReportEdition.objects.update(seen_alive_at=timezone.now() - LONG_AGO)

        building.looks()

    edition.refresh_from_db()
    assert timezone.now() - edition.seen_alive_at < LONG_AGO


def test_a_stopped_build_ends_without_a_word_and_stays_stopped(edition, secretary):
    with Building(claim(edition.pk)) as building:
        stop(by=secretary, edition=edition)
        building._signed_at -= LONG_AGO

        building.looks()

        pytest.fail("nobody told it to end")

    edition.refresh_from_db()
    assert (edition.state, edition.failure) == (State.STOPPED, "")


def test_a_chapter_that_cannot_be_printed_fails_the_build_with_its_heading(edition, settings):
    settings.REPORT_SECTIONS = [SHORT, UNPRINTABLE]

    with pytest.raises(ChartNotDrawn):
        build(edition.pk)

    edition.refresh_from_db()
    assert (edition.state, edition.step, edition.section_title) == (State.FAILED, Step.LAYOUT, "Bad chart")


def test_building_again_goes_on_from_the_content_that_was_gathered(edition, settings, secretary):
    settings.REPORT_SECTIONS = [SHORT, UNPRINTABLE]
    with pytest.raises(ChartNotDrawn):
        build(edition.pk)
    build_again(by=secretary, edition=edition)
    settings.REPORT_SECTIONS = [BROKEN]

    with pytest.raises(ChartNotDrawn):
        build(edition.pk)

    edition.refresh_from_db()
    assert (edition.step, edition.section_title) == (Step.LAYOUT, "Bad chart")


def test_an_edition_remembers_what_it_was_printed_with(edition):
    build(edition.pk)

    assert differences(ReportEdition.objects.get().printed_with, printed_with()) == []


@pytest.mark.parametrize("state", [State.QUEUED, State.BUILDING])
def test_a_silent_build_is_taken_up(edition, state):
    ReportEdition.objects.update(state=state, seen_alive_at=timezone.now() - LONG_AGO)

    found = take_up_silent(timezone.now())

    assert found == [edition.pk]
    assert ReportEdition.objects.get().state == State.QUEUED


def test_taking_up_twice_finds_nothing_the_second_time(edition):
    ReportEdition.objects.update(seen_alive_at=timezone.now() - LONG_AGO)
    take_up_silent(timezone.now())

    assert take_up_silent(timezone.now()) == []


def test_a_build_that_shows_signs_of_life_is_left_alone(edition):
    claim(edition.pk)

    assert take_up_silent(timezone.now()) == []


def test_finished_editions_are_left_alone(db):
    ReadyEditionFactory(seen_alive_at=timezone.now() - LONG_AGO)
    FailedEditionFactory(seen_alive_at=timezone.now() - LONG_AGO, language="ko")

    assert take_up_silent(timezone.now()) == []


def test_a_build_that_kills_every_worker_is_given_up(edition):
    ReportEdition.objects.update(state=State.BUILDING, attempt=3, seen_alive_at=timezone.now() - LONG_AGO)

    assert take_up_silent(timezone.now()) == []

    edition.refresh_from_db()
    assert (edition.state, edition.failure) == (
        State.FAILED,
        "The build was broken off 3 times, each time without a word.",
    )


def test_the_pdf_engine_writes_no_line_of_log_for_a_page(edition, caplog):
    caplog.set_level(logging.INFO)

    build(edition.pk)

    assert [record for record in caplog.records if record.name == "weasyprint.progress"] == []
