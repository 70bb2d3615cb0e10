"""Building one edition of a report: of what was frozen, or of today's records; then what every build does."""

import datetime
from dataclasses import replace
from functools import partial
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from committee.office_files.kinds import attachments_of
from committee.printing import building
from committee.printing.bilingual import bilingual
from committee.printing.building import STEPS_AFTER_GATHERING, Building
from committee.printing.content import Report
from committee.printing.snapshot import from_json
from committee.reports.completion import complete_publication
from committee.reports.edition_files import make_files
from committee.reports.gather import BeforeSection, gather
from committee.reports.mentions import keep_mentions
from committee.reports.models import ReportEdition
from committee.reports.pairs import languages_of


def build(edition_id: int) -> None:
    """Build the edition unless another worker does so already; leave it ready, or failed with its reason.

    Raises:
        Exception: what broke the build, after it was recorded, so that the caller's log has the traceback.
    """
    edition = claim(edition_id)
    if edition is None:
        return
    with Building(edition) as attempt, override(edition.language):
        # What an attempt before this one has gathered stands: a build again takes up where it ended.
        if not edition.stored_content:
            attempt.keep_content(_draft(edition, attempt))
        report = from_json(edition.stored_content)
        keep_mentions(edition, report)
        attempt.make_pdf(
            attachments_of(report), report.identifier, beside=partial(make_files, edition, report)
        )
    if edition.report:
        complete_publication(report_id=edition.report.pk)


def draft_of(
    meeting: Any, code: str, now: datetime.datetime, before_section: BeforeSection = lambda path: None
) -> Report:
    """Return what the report to a meeting would say at this moment, marked as a draft."""
    contents = [_draft_in(language, meeting, now, before_section) for language in languages_of(code)]
    return bilingual(*contents) if len(contents) > 1 else contents[0]


def _draft_in(language: str, meeting: Any, now: datetime.datetime, before_section: BeforeSection) -> Report:
    today = timezone.localdate(now, meeting.host.zone)
    with override(language):
        report = gather(meeting_id=meeting.pk, language=language, today=today, before_section=before_section)
        words = _("Draft of %(day)s, not approved by either city")
        return replace(report, standing=words % {"day": date_format(today)})


def _draft(edition: ReportEdition, attempt: Building[ReportEdition]) -> Report:
    if edition.second_language:
        attempt.keep(steps_total=edition.steps_total + len(settings.REPORT_SECTIONS))
    return draft_of(edition.meeting, edition.code, edition.requested_at, attempt.gathering)


def claim(edition_id: int) -> ReportEdition | None:
    """Take a queued edition, or return None when it is no longer queued."""
    if not building.claim(
        ReportEdition, edition_id, steps=len(settings.REPORT_SECTIONS) + STEPS_AFTER_GATHERING
    ):
        return None
    editions = ReportEdition.objects.select_related("meeting__host", "requested_by", "frozen__round__report")
    return editions.get(pk=edition_id)


def take_up_silent(now: datetime.datetime) -> list[int]:
    """Queue again editions that have shown no sign of life; return those a worker should look at."""
    return building.take_up_silent(ReportEdition, now)
