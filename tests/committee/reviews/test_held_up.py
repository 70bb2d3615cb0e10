"""A publication that waits for an edition whose build failed, or whose worker died."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from committee.models import MeetingReport, ReportEdition
from committee.reports.actions import build_again
from committee.reports.completion import look_after_publications
from tests.factories.city import beijing
from tests.factories.meeting_report import again, publishing_report, secretary_of

pytestmark = pytest.mark.django_db

State = MeetingReport.State


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
    look_after_publications()

    look_after_publications()

    told = other.notices.filter(key__contains="held-up")
    assert [notice.subject_en for notice in told] == [f"Not published yet: {report}"]
    assert told[0].body_en.endswith(
        "It broke while laying out the pages, in “Air quality”. The disk was full."
    )


def test_they_are_told_again_when_it_fails_again():
    publishing_report()
    other = secretary_of(beijing())
    look_after_publications()
    later = timezone.now() + datetime.timedelta(minutes=5)
    ReportEdition.objects.filter(state="failed").update(finished_at=later)

    look_after_publications()

    assert other.notices.filter(key__contains="held-up").count() == 2


def test_nobody_is_told_while_it_is_being_built_again(secretary):
    report = publishing_report()
    build_again(by=secretary, edition=failed_edition())

    look_after_publications()

    assert secretary.notices.filter(key__contains="held-up").count() == 0
    assert again(report).state == State.PUBLISHING


def test_a_publication_is_completed_whose_last_worker_died_before_it_could():
    ready = {"state": "ready", "failure": "", "pdf": "report.pdf", "sha256": "0" * 64}
    report = publishing_report(**ready)

    look_after_publications()

    assert again(report).state == State.PUBLISHED
