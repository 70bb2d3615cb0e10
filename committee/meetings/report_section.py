"""What the report says of its meeting: the cover and the time it covers."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.cities.protocol import in_order_of_edition
from committee.meetings.cycle import previous_held
from committee.meetings.models import GeneralMeeting
from committee.printing.content import CityOnCover, Cover, Scope


def cover(meeting_id: int, language: str, today: datetime.date) -> tuple[Scope, Cover]:
    """Say what the report covers: from the meeting held before up to the last day of this one.

    Args:
        today: where the report of a meeting that was not held yet ends.
    """
    meeting = GeneralMeeting.objects.select_related("host").get(pk=meeting_id)
    cities = list(City.objects.order_by("pk"))
    by_protocol = in_order_of_edition(cities, language=language, host_id=meeting.host_id)
    start, end = time_covered(meeting, today)
    before = previous_held(meeting)
    last = before.title if before else ""
    scope = Scope(meeting_id, start, end, language, tuple(city.pk for city in by_protocol), last)
    return scope, Cover(
        cities=tuple(CityOnCover(city.name, cities.index(city)) for city in by_protocol),
        committee=_("%(cities)s Joint Committee")
        % {"cities": _("–").join(city.name.plain for city in by_protocol)},
        title=_("Report to %(meeting)s") % {"meeting": meeting.title},
        facts=_facts(meeting),
        period=_period(start, end),
        illustrative=meeting.is_illustrative,
    )


def time_covered(meeting: GeneralMeeting, today: datetime.date) -> tuple[datetime.date | None, datetime.date]:
    """Return the last day of the meeting held before (exclusive, None without one) and the last covered."""
    before = previous_held(meeting)
    start = (before.ends_on or before.starts_on) if before else None
    if meeting.state != GeneralMeeting.State.HELD:
        return start, today
    return start, meeting.ends_on or meeting.starts_on or today


def _facts(meeting: GeneralMeeting) -> tuple[tuple[str, str], ...]:
    first, last = meeting.starts_on, meeting.ends_on
    date = date_format(first) if first else _("not set yet")
    if first and last and last != first:
        date = f"{date} – {date_format(last)}"
    facts: list[tuple[str, str]] = [(_("Host city"), meeting.host.name), (_("Date"), date)]
    if meeting.venue:
        facts.append((_("Venue"), meeting.venue))
    if meeting.state != GeneralMeeting.State.HELD:
        facts.append((_("State"), meeting.get_state_display()))
    return tuple(facts)


def _period(start: datetime.date | None, end: datetime.date) -> str:
    if start is None:
        return _("Covers the time from the beginning to %(last)s") % {"last": date_format(end)}
    first = start + datetime.timedelta(days=1)
    return _("Covers the time from %(first)s to %(last)s") % {
        "first": date_format(first),
        "last": date_format(end),
    }
