"""What the report says of the liaison officers' exchange about alerts, and of what the cities did."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.languages.wording import Wording
from committee.printing.content import Cell, Column, Lines, Row, Table
from environment.sources.clock import LocalClock
from environment.threads.log import HEADING, LogRow, log_of, said
from environment.threads.models import AlertThread, ThreadMessage

# A report prints what can be read; all of it is on the page of the log.
MOST_ROWS = 80
LONGEST_TEXT = 160
SHARES = (3, 4, 2, 3, 3, 7)


def alert_log(cities: Sequence[City], first: datetime.date, last: datetime.date) -> tuple[Table, ...]:
    """Return the log from `first` to `last` of threads about the cities' air; none where nothing was done.

    Days are those of the first city, times those of the city whose air it is.
    """
    if not cities:
        return ()
    clock = LocalClock(cities[0].time_zone)
    end = clock.midnight(last + datetime.timedelta(days=1))
    threads = AlertThread.objects.filter(city__in=cities)
    log = log_of(threads, clock.midnight(first), end)
    if not log:
        return ()
    zones = {city.pk: city.zone for city in cities}
    rows = tuple(
        Row(
            _cells(row, f"{row.at.astimezone(zones[row.thread.city_id]):%Y-%m-%d %H:%M %Z}"),
            row.is_illustrative,
        )
        for row in log[-MOST_ROWS:]
    )
    columns = tuple(Column(str(heading), share) for heading, share in zip(HEADING, SHARES, strict=True))
    return (Table(_("Log of alerts"), columns, rows, note=_note(len(log))),)


def with_measures(episodes: QuerySet[Any]) -> QuerySet[Any]:
    """Read along what the cities did about each alert, in three queries."""
    taken = ThreadMessage.objects.filter(kind=ThreadMessage.Kind.MEASURE)
    taken = taken.select_related("city", "measure").prefetch_related("translations")
    return episodes.prefetch_related("thread", Prefetch("thread__messages", taken, to_attr="measures"))


def measures_in(thread: AlertThread | None) -> Cell:
    """Say what each city did about an alert and when; a dash where nothing is recorded."""
    taken = _taken(thread)
    return Lines(tuple(_measure(message) for message in taken)) if taken else "—"


def has_illustrative_measures(thread: AlertThread | None) -> bool:
    return thread is not None and thread.is_illustrative and bool(_taken(thread))


def _taken(thread: AlertThread | None) -> list[ThreadMessage]:
    return thread.measures if thread else []  # type: ignore[attr-defined]  # read along


def _measure(message: ThreadMessage) -> Wording:
    words = _shortened(said(message))
    assert message.city is not None, "the system takes no measures"
    return Wording(f"{message.city.name.plain}: {words.plain}", words.language)


def _cells(row: LogRow, at: str) -> tuple[Cell, ...]:
    return (
        at,
        row.thread.title,
        row.city.name if row.city else _("both cities"),
        row.who,
        str(row.act),
        _shortened(row.words),
    )


def _shortened(words: Wording) -> Wording:
    return Wording(Truncator(words.plain).chars(LONGEST_TEXT), words.language, words.source)


def _note(count: int) -> str:
    if count <= MOST_ROWS:
        return ""
    return _("Shown are the latest %(shown)d of %(count)d entries; all of them are in the tracker's log.") % {
        "shown": MOST_ROWS,
        "count": count,
    }
