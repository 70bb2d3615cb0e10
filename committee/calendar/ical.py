"""The calendar as iCalendar (RFC 5545)."""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from committee.calendar.gathering import DAY, Entry
from committee.calendar.public_holidays import Holiday
from committee.history.models import Record
from committee.languages.wording import LANGUAGES, suffix_of
from committee.workdays.dated import Period

READ_AGAIN_AFTER = datetime.timedelta(hours=1)
CONFIRMED, CANCELLED = "CONFIRMED", "CANCELLED"


def write(name: str, events: Iterable[Event], period: Period) -> bytes:
    """Return the events as a calendar called `name`, with the zones of those that have a time."""
    calendar = Calendar()
    calendar.add("prodid", "-//Committee tracker//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", READ_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(event)
    # Of whole years, for the zones would be told anew each day otherwise.
    first, last = (datetime.date(year, 1, 1) for year in (period.first.year, period.last.year + 1))
    calendar.add_missing_timezones(first_date=first, last_date=last)
    content: bytes = calendar.to_ical()
    return content


def event_of(entry: Entry) -> Event:
    dated, record = entry.dated, entry.dated.record
    event = _event(entry.key, dated.title, dated.starts, _end(entry), str(entry.kind.label))
    event.add("sequence", record.version - 1 if isinstance(record, Record) else 0)
    event.add("url", f"{settings.SITE_ADDRESS}{entry.address}")
    event.add("status", CANCELLED if dated.is_cancelled else CONFIRMED)
    # What is due takes nobody's time.
    event.add("transp", "OPAQUE" if entry.is_timed and not dated.is_due else "TRANSPARENT")
    if dated.place:
        event.add("location", dated.place, parameters=_language())
    if entry.note:
        event.add("description", entry.note, parameters=_language())
    return event


def event_of_holiday(holiday: Holiday) -> Event:
    event = _event(holiday.key, holiday.title, holiday.day, holiday.day + DAY, _("Public holidays"))
    event.add("sequence", 0)
    event.add("status", CONFIRMED)
    event.add("transp", "TRANSPARENT")
    return event


def _event(key: str, title: str, starts: datetime.date, ends: datetime.date, category: str) -> Event:
    event = Event()
    event.add("uid", f"{key}@{settings.SITE_ADDRESS.partition('://')[2]}")
    event.add("summary", title, parameters=_language())
    event.add("dtstart", starts)
    event.add("dtend", ends)
    event.add("categories", [category])
    return event


def _end(entry: Entry) -> datetime.date:
    """The moment of the end; of days, the day after the last one, as the format has it."""
    if isinstance(entry.dated.starts, datetime.datetime):
        return entry.dated.ends or entry.dated.starts
    return entry.last + DAY


def _language() -> dict[str, str]:
    return {"LANGUAGE": LANGUAGES[suffix_of(get_language() or settings.LANGUAGE_CODE)]}
