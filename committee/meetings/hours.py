"""The hours of a meeting by the clock of each city."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.meetings.models import Meeting


def hours_in_cities(meeting: Meeting) -> list[str]:
    """Return a line a city, the host's first: `10:00–12:00 KST (Seoul)`; none where no hour is known."""
    begins = meeting.starts_at
    if begins is None:
        return []
    cities = [meeting.host, *City.objects.other_than(meeting.host)]
    return [_hours(meeting, begins, city) for city in cities]


def _hours(meeting: Meeting, begins: datetime.datetime, city: City) -> str:
    there = begins.astimezone(city.zone)
    hours = _hour(there, meeting.starts_on)
    if meeting.ends_at:
        ends = meeting.ends_at.astimezone(city.zone)
        between = "–" if ends.date() == there.date() else " – "
        hours = f"{hours}{between}{_hour(ends, there.date())}"
    return _("%(hours)s %(zone)s (%(city)s)") % {
        "hours": hours,
        "zone": there.tzname(),
        "city": city.name.plain,
    }


def _hour(moment: datetime.datetime, expected: datetime.date | None) -> str:
    """Return the hour, with its day where that is not the one the reader takes for granted."""
    day = "" if moment.date() == expected else f"{date_format(moment.date())} "
    return f"{day}{moment:%H:%M}"
