"""The pages of a report: its state, its progress, and the preview of what is printed."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from playwright.sync_api import expect

from committee.members.models import Role
from committee.models import ReportEdition
from committee.printing.snapshot import to_json
from tests.factories.edition import EditionFactory, FailedEditionFactory, ReadyEditionFactory
from tests.factories.member import member_with
from tests.factories.report import every_kind_of_block, small_report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

State = ReportEdition.State


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_no_page_of_a_report_troubles_a_secretariat(visit, language):
    tab = visit(member_with(Role.SECRETARIAT))
    ready = ReadyEditionFactory(
        language=language, content=to_json(small_report(language, *every_kind_of_block()))
    )
    failed = FailedEditionFactory(meeting=ready.meeting, step="gather")
    building = EditionFactory(
        meeting=ready.meeting, state=State.BUILDING, step="layout", steps_total=9, pages=4
    )
    with translation.override(language):
        pages = [each.get_absolute_url() for each in (ready, failed, building)]
        pages += [reverse(name, args=[ready.pk]) for name in ("report_preview", "report_web")]
        pages += [reverse("report_list")]
        pages += [reverse("report_meeting", args=[ready.meeting_id]), ready.meeting.get_absolute_url()]

    findings = []
    for page in pages:
        assert tab.open(page) == 200
        findings += tab.accessibility_findings()

    assert "\n".join(findings + tab.complaints) == ""


def test_the_page_notices_by_itself_that_the_report_is_ready(visit):
    tab = visit(member_with(Role.SECRETARIAT))
    edition = EditionFactory(state=State.BUILDING, step="layout", steps_done=7, steps_total=9)
    with translation.override("en"):
        tab.open(edition.get_absolute_url())
    expect(tab.page.get_by_text("7 / 9: laying out the pages")).to_be_visible()

    ReportEdition.objects.filter(pk=edition.pk).update(
        state=State.READY, pdf="reports/there.pdf", sha256="0" * 64, pages=3, finished_at=timezone.now()
    )

    expect(tab.page.get_by_role("link", name="Download PDF")).to_be_visible()
