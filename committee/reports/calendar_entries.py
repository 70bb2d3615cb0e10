"""When reports were published, for the calendar; see CALENDAR_SOURCES."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.members.models import Member
from committee.reports.models import ReportEdition
from committee.workdays.dated import Dated, Period


def published_reports(period: Period, _reader: Member | None) -> Iterator[Dated]:
    published = ReportEdition.objects.filter(published_at__date__range=(period.first, period.last))
    for edition in published.select_related("meeting__host").defer("content"):
        assert edition.published_at is not None, "the filter leaves those that were published"
        words = {"meeting": edition.meeting, "language": edition.get_language_display()}
        yield Dated(
            record=edition,
            title=_("Report published: %(meeting)s (%(language)s)") % words,
            starts=edition.published_at.astimezone(edition.meeting.host.zone).date(),
        )
