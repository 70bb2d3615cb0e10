"""When reports were published, for the calendar; see CALENDAR_SOURCES."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.members.models import Member
from committee.reports.meeting_report import MeetingReport
from committee.workdays.dated import Dated, Period


def published_reports(period: Period, _reader: Member | None) -> Iterator[Dated]:
    published = MeetingReport.objects.filter(published_at__date__range=(period.first, period.last))
    for report in published.select_related("meeting__host"):
        assert report.published_at is not None, "the filter leaves those that were published"
        yield Dated(
            record=report,
            title=_("Report published: %(meeting)s") % {"meeting": report.meeting},
            starts=report.published_at.astimezone(report.meeting.host.zone).date(),
        )
