"""What the programmes of meetings put into the calendar, see CALENDAR_SOURCES."""

import datetime
from collections.abc import Iterator

from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.programmes.models import ProgrammeEntry
from committee.workdays.dated import Dated, Period


def programme_entries(period: Period, _reader: Member) -> Iterator[Dated]:
    """Yield them by the clock of the host city."""
    first = datetime.datetime.combine(period.first, datetime.time.min, tzinfo=datetime.UTC)
    last = datetime.datetime.combine(period.last, datetime.time.max, tzinfo=datetime.UTC)
    found = ProgrammeEntry.objects.filter(starts_at__lte=last, ends_at__gte=first).in_full()
    for entry in found:
        zone = entry.meeting.host.zone
        cities = [city.pk for city in entry.cities.all()]
        yield Dated(
            record=entry,
            title=f"{entry.title.plain} ({entry.meeting.title})",
            starts=entry.starts_at.astimezone(zone),
            ends=entry.ends_at.astimezone(zone),
            city=cities[0] if len(cities) == 1 else None,
            subcommittee=entry.meeting.subcommittee_id,
            place=entry.place.plain,
            is_cancelled=entry.meeting.state == Meeting.State.POSTPONED,
        )
