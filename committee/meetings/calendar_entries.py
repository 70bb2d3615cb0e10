"""What the meetings put into the calendar, see CALENDAR_SOURCES."""

import datetime
from collections.abc import Iterator

from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.workdays.dated import Dated, Period


def meetings(period: Period, reader: Member | None) -> Iterator[Dated]:
    """Yield meetings of all kinds to members, the general ones to visitors; with their hours where known."""
    found = Meeting.objects.filter(period.meeting("starts_on", "ends_on"))
    if reader is None:
        found = found.filter(kind=Meeting.Kind.GENERAL)
    for meeting in found.select_related("host", "subcommittee"):
        starts, ends = _time(meeting)
        yield Dated(
            record=meeting,
            title=meeting.title,
            starts=starts,
            ends=ends,
            subcommittee=meeting.subcommittee_id,
            place=", ".join(filter(None, [meeting.venue.plain, meeting.host.name.plain])),
            is_cancelled=meeting.state == Meeting.State.POSTPONED,
        )


def _time(meeting: Meeting) -> tuple[datetime.date, datetime.date | None]:
    """Return the moments of a meeting; its days where it lasts several and the hour of its end is open."""
    assert meeting.starts_on is not None, "only meetings with a first day are asked for"
    lasts_days = meeting.ends_on is not None and meeting.ends_on > meeting.starts_on
    if meeting.starts_at is None or (lasts_days and meeting.ends_at is None):
        return meeting.starts_on, meeting.ends_on
    return meeting.starts_at, meeting.ends_at
