"""A publication that waits for an edition whose build failed, or whose worker died."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from committee.config.celery import app
from committee.models import MeetingReport, ReportEdition, RoundContent
from committee.reports.actions import build_again
from committee.reports.completion import look_after
from committee.reports.drafting import return_to_draft
from committee.reports.tasks import look_after_publications
from tests.factories.city import beijing
from tests.factories.meeting_report import again, publishing_report, secretary_of

pytestmark = pytest.mark.django_db

State = MeetingReport.State
READY = {"state": "ready", "failure": "", "pdf": "report.pdf", "sha256": "0" * 64}


def failed_edition() -> ReportEdition:
    return ReportEdition.objects.get(state="failed")


def test_the_page_says_which_edition_holds_it_up_and_offers_to_build_that_again(secretary, signed_in):
    report = publishing_report(step="layout", section="Air quality")

    page = signed_in(secretary).get(report.get_absolute_url()).content.decode()

    assert page.count("It is not published yet: Korean could not be built.") == 1
    assert page.count("It broke while laying out the pages, in “Air quality”. The disk was full.") == 1
    assert page.count(reverse("report_build_again", args=[failed_edition().pk])) == 1


def test_both_secretariats_are_told_once_in_which_section_which_edition_broke():
    report, other = publishing_report(step="layout", section="Air quality"), secretary_of(beijing())
    look_after(report_id=report.pk)

    look_after(report_id=report.pk)

    told = other.notices.filter(key__contains="held-up")
    assert [notice.subject_en for notice in told] == [f"Not published yet: {report}"]
    assert told[0].body_en.endswith(
        "It broke while laying out the pages, in “Air quality”. The disk was full."
    )


def test_they_are_told_again_when_it_is_asked_for_again_and_fails_again():
    report, other = publishing_report(), secretary_of(beijing())
    look_after(report_id=report.pk)
    later = timezone.now() + datetime.timedelta(minutes=5)
    ReportEdition.objects.filter(state="failed").update(requested_at=later)

    look_after(report_id=report.pk)

    assert other.notices.filter(key__contains="held-up").count() == 2


def test_they_are_told_of_one_that_was_stopped_before_anybody_noted_when():
    report, other = publishing_report(state="stopped", failure="", finished_at=None), secretary_of(beijing())

    look_after(report_id=report.pk)

    assert other.notices.filter(key__contains="held-up").count() == 1


def test_nobody_is_told_while_it_is_being_built_again(secretary):
    report = publishing_report()
    build_again(by=secretary, edition=failed_edition())

    look_after(report_id=report.pk)

    assert secretary.notices.filter(key__contains="held-up").count() == 0
    assert again(report).state == State.PUBLISHING


def test_a_publication_is_completed_whose_last_worker_died_before_it_could():
    report = publishing_report(**READY)

    look_after(report_id=report.pk)

    assert again(report).state == State.PUBLISHED


def test_a_report_that_cannot_be_completed_stops_no_other(monkeypatch):
    monkeypatch.setitem(app.conf, "task_always_eager", True)
    whole, broken = publishing_report(**READY), publishing_report(**READY)
    RoundContent.objects.filter(round__report=broken).update(identifier="the same in each language")

    look_after_publications()

    assert (again(broken).state, again(whole).state) == (State.PUBLISHING, State.PUBLISHED)


def test_what_failed_while_a_report_is_not_being_published_holds_nothing_up(secretary, signed_in):
    report = return_to_draft(by=secretary, report=publishing_report(), reason="May is missing.")

    page = signed_in(secretary).get(report.get_absolute_url())

    assert (page.context["held_up_by"], page.content.decode().count("Build again")) == ([], 0)
