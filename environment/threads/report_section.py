"""What the report says of the liaison officers' exchange about alerts."""

import datetime
from collections.abc import Sequence

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.languages.wording import Wording
from committee.printing.content import Cell, Column, Row, Table
from environment.sources.clock import LocalClock
from environment.threads.log import HEADING, LogRow, log_of
from environment.threads.models import AlertThread

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


def _cells(row: LogRow, at: str) -> tuple[Cell, ...]:
    return (
        at,
        row.thread.title,
        row.city.name if row.city else _("both cities"),
        row.who,
        str(row.act),
        Wording(Truncator(row.words.plain).chars(LONGEST_TEXT), row.words.language, row.words.source),
    )


def _note(count: int) -> str:
    if count <= MOST_ROWS:
        return ""
    return _("Shown are the latest %(shown)d of %(count)d entries; all of them are in the tracker's log.") % {
        "shown": MOST_ROWS,
        "count": count,
    }
