"""What a feed has said before: what changes counts up, and what is gone is told as cancelled for a while.

It is kept for each feed, because what one reader may no longer see is gone from that reader's calendar alone.
"""

import datetime
from collections.abc import Iterable
from typing import cast

from django.db import transaction
from icalendar import Event

from committee.calendar.gathering import DAY
from committee.calendar.ical import CANCELLED
from committee.calendar.models import CalendarFeed, ToldEntry

# Programmes that were not opened for longer find the entry gone, and drop it for that.
CANCELLED_FOR = 90 * DAY
UPDATED = ["event", "ends_on", "sequence", "told_at", "is_cancelled"]


@transaction.atomic
def tell(
    feed: CalendarFeed, events: dict[str, Event], first: datetime.date, now: datetime.datetime
) -> list[Event]:
    """Return `events`, by key, with the number of changes of each, and those that are gone as cancelled.

    Args:
        first: the first day the feed tells of; what was over by then is gone without a word.
    """
    known = {one.key: one for one in feed.told.order_by("key")}
    gone = [one for key, one in known.items() if key not in events]
    kept = [one for one in gone if _is_worth_telling(one, first, now)]
    told = [_told(feed, key, event, known.get(key), now) for key, event in events.items()]
    cancelled = [one if one.is_cancelled else _cancelled(one, now) for one in kept]
    _keep([*told, *cancelled], known)
    if forgotten := {one.pk for one in gone} - {one.pk for one in kept}:
        feed.told.filter(pk__in=forgotten).delete()
    return [
        *(_numbered(event, one) for event, one in zip(events.values(), told, strict=True)),
        *(_numbered(cast(Event, Event.from_ical(one.event)), one) for one in cancelled),
    ]


def _is_worth_telling(one: ToldEntry, first: datetime.date, now: datetime.datetime) -> bool:
    # A day more: a moment has another day in another zone.
    is_over = one.ends_on <= first + DAY
    return not is_over and not (one.is_cancelled and one.told_at < now - CANCELLED_FOR)


def _told(
    feed: CalendarFeed, key: str, event: Event, before: ToldEntry | None, now: datetime.datetime
) -> ToldEntry:
    text = event.to_ical().decode()
    if before and before.event == text and not before.is_cancelled:
        return before
    counted = before.sequence + 1 if before else 0
    end = event.end
    return ToldEntry(
        feed=feed,
        key=key,
        event=text,
        ends_on=end.date() if isinstance(end, datetime.datetime) else end,
        # Addresses of earlier releases counted the changes of the record.
        sequence=max(counted, event.sequence),
        told_at=now,
    )


def _cancelled(one: ToldEntry, now: datetime.datetime) -> ToldEntry:
    return ToldEntry(
        feed_id=one.feed_id,
        key=one.key,
        event=one.event,
        ends_on=one.ends_on,
        sequence=one.sequence + 1,
        told_at=now,
        is_cancelled=True,
    )


def _keep(told: Iterable[ToldEntry], known: dict[str, ToldEntry]) -> None:
    """Save what is new; whoever reads at the same moment saves the same."""
    new = [one for one in told if one is not known.get(one.key)]
    if new:
        ToldEntry.objects.bulk_create(
            new, update_conflicts=True, unique_fields=["feed", "key"], update_fields=UPDATED
        )


def _numbered(event: Event, one: ToldEntry) -> Event:
    moment = one.told_at.replace(microsecond=0)
    event.sequence = one.sequence
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    if one.is_cancelled:
        event["status"] = CANCELLED
    return event
