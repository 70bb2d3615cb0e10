"""Building one edition of a report: its content from the live tables, then what every build does."""

import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from committee.printing import building
from committee.printing.building import STEPS_AFTER_GATHERING, Building
from committee.reports.gather import gather
from committee.reports.mentions import keep_mentions
from committee.reports.models import ReportEdition


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
        if not edition.content:
            report = gather(
                meeting_id=edition.meeting_id,
                language=edition.language,
                today=timezone.localdate(edition.requested_at, edition.meeting.host.zone),
                before_section=attempt.gathering,
            )
            attempt.keep_content(report)
            keep_mentions(edition, report)
        attempt.make_pdf()


def claim(edition_id: int) -> ReportEdition | None:
    """Take a queued edition, or return None when it is no longer queued."""
    if not building.claim(
        ReportEdition, edition_id, steps=len(settings.REPORT_SECTIONS) + STEPS_AFTER_GATHERING
    ):
        return None
    return ReportEdition.objects.select_related("meeting__host", "requested_by").get(pk=edition_id)


def take_up_silent(now: datetime.datetime) -> list[int]:
    """Queue again editions that have shown no sign of life; return those a worker should look at."""
    return building.take_up_silent(ReportEdition, now)
