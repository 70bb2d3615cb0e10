"""When reports were published, for the calendar; see CALENDAR_SOURCES."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.members.models import Member
from committee.reports.meeting_report import MeetingReport
from committee.workdays.dated import Dated, Period


def published_reports(period: Period, _reader: Member | None) -> Iterator[Dated]:
    # A day more at both ends: the day is that of the host's clock.
    around = (period.first - datetime.timedelta(days=1), period.last + datetime.timedelta(days=1))
    published = MeetingReport.objects.filter(published_at__date__range=around)
    for report in published.select_related("meeting__host"):
        assert report.published_at is not None, "the filter leaves those that were published"
        day = report.published_at.astimezone(report.meeting.host.zone).date()
        if period.first <= day <= period.last:
            title = _("Report published: %(meeting)s") % {"meeting": report.meeting}
            yield Dated(record=report, title=title, starts=day)
