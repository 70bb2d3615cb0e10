"""The calendar as iCalendar (RFC 5545): the same bytes as long as nothing has changed."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Model
from django.utils.translation import get_language
from icalendar import Calendar, Event

from committee.calendar.gathering import DAY, Entry
from committee.history.models import HistoryEntry, Record
from committee.languages.wording import LANGUAGES, suffix_of
from committee.workdays.dated import Period

READ_AGAIN_AFTER = datetime.timedelta(hours=1)
# Before anything was recorded: of what has no history.
LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def write(name: str, entries: list[Entry], period: Period) -> bytes:
    """Return the entries as a calendar called `name`, with the zones of those that have a time."""
    calendar = Calendar()
    calendar.add("prodid", "-//Committee tracker//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", READ_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    changed = _changed(entry.dated.record for entry in entries)
    for entry in entries:
        calendar.add_component(_event(entry, changed))
    # Of whole years, for the zones would be told anew each day otherwise.
    first, last = (datetime.date(year, 1, 1) for year in (period.first.year, period.last.year + 1))
    calendar.add_missing_timezones(first_date=first, last_date=last)
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry, changed: dict[tuple[type[Model], int], datetime.datetime]) -> Event:
    dated, record = entry.dated, entry.dated.record
    moment = changed.get((type(record), record.pk), LONG_AGO)
    language = {"LANGUAGE": LANGUAGES[suffix_of(get_language() or settings.LANGUAGE_CODE)]}
    event = Event()
    event.add("uid", f"{entry.key}@{settings.SITE_ADDRESS.partition('://')[2]}")
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    event.add("sequence", record.version - 1 if isinstance(record, Record) else 0)
    event.add("summary", dated.title, parameters=language)
    event.add("dtstart", dated.starts)
    event.add("dtend", _end(entry))
    event.add("categories", [str(entry.kind.label)])
    event.add("url", f"{settings.SITE_ADDRESS}{entry.address}")
    event.add("status", "CANCELLED" if dated.is_cancelled else "CONFIRMED")
    # What is due takes nobody's time.
    event.add("transp", "OPAQUE" if entry.is_timed and not dated.is_due else "TRANSPARENT")
    if dated.place:
        event.add("location", dated.place, parameters=language)
    if entry.note:
        event.add("description", entry.note, parameters=language)
    return event


def _end(entry: Entry) -> datetime.date:
    """The moment of the end; of days, the day after the last one, as the format has it."""
    if isinstance(entry.dated.starts, datetime.datetime):
        return entry.dated.ends or entry.dated.starts
    return entry.last + DAY


def _changed(records: Iterable[Model]) -> dict[tuple[type[Model], int], datetime.datetime]:
    """Return when each record was last changed, in one query a kind of record."""
    wanted: dict[type[Model], set[int]] = defaultdict(set)
    for record in records:
        wanted[type(record)].add(record.pk)
    found: dict[tuple[type[Model], int], datetime.datetime] = {}
    for model, ids in wanted.items():
        acts = HistoryEntry.objects.filter(record_type=ContentType.objects.get_for_model(model)).order_by()
        latest = acts.filter(record_id__in=ids).values_list("record_id").annotate(at=Max("at"))
        found |= {(model, key): at.replace(microsecond=0) for key, at in latest}
    return found
