"""Gaps in the promised hours, for the calendar of those who work on them; see CALENDAR_SOURCES."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.members.models import Member, Role
from committee.workdays.dated import Dated, Period
from environment.gaps.models import GapNotice
from environment.sources.clock import LocalClock

HOUR = datetime.timedelta(hours=1)


def gap_notices(period: Period, reader: Member) -> Iterator[Dated]:
    """Yield the gaps from the beginning of their first hour to the end of their last one."""
    if not reader.holds(Role.LIAISON, Role.SECRETARIAT):
        return
    utc = LocalClock("UTC")
    touching = GapNotice.objects.filter(
        first_hour__lte=utc.end(period.last), last_hour__gte=utc.start(period.first)
    )
    for notice in touching.select_related("city", "station"):
        clock = notice.clock
        yield Dated(
            record=notice,
            title=_("Gap: %(place)s, %(pollutants)s")
            % {"place": notice.place, "pollutants": notice.pollutants_in_words},
            starts=clock.moment(notice.first_hour) - HOUR,
            ends=clock.moment(notice.last_hour),
            city=notice.city_id,
            is_done=notice.state in (GapNotice.State.CLOSED, GapNotice.State.FILLED),
        )
