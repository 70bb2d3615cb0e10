import pytest
from django.urls import reverse

from committee.reports.drafting import send_to_review
from committee.reports.freezing import freeze
from tests.factories.city import seoul
from tests.factories.meeting_report import MeetingReportFactory, report_in_review

pytestmark = pytest.mark.django_db


def test_a_round_and_a_draft_of_the_same_records_say_the_same(settings, signed_in, secretary):
    settings.REPORT_SECTIONS = [("tests.committee.reports.sections.short", "Short")]
    report = MeetingReportFactory(meeting__ordinal=4, meeting__host=seoul())
    freeze(send_to_review(by=secretary, report=report).pk)

    page = signed_in(secretary).get(reverse("report_changes_today", args=[report.pk]))

    assert page.context["differences"] == []


def test_what_stands_in_the_way_of_a_draft_is_said_instead_of_changes(settings, signed_in, secretary):
    settings.REPORT_SECTIONS = [("tests.committee.reports.sections.refusing", "Pictures")]

    answer = signed_in(secretary).get(reverse("report_changes_today", args=[report_in_review().pk]))

    said = answer.content.decode()
    assert (answer.status_code, said.count("The picture “Opening” cannot be printed.")) == (422, 1)
    assert said.count("Nothing: the content is the same to the letter.") == 0
