"""What the report says of gaps: the notices on its time that are not settled."""

import datetime
from collections.abc import Sequence

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.printing.content import Cell, Column, Row, Table
from environment.gaps.models import GapNotice
from environment.sources.clock import LocalClock

MOST_ROWS = 40


def open_gaps(cities: Sequence[City], first: datetime.date, last: datetime.date) -> tuple[Table, ...]:
    """Return the table of the open and answered notices from `first` to `last`, none where there are none.

    The longest stand in it where there are many; the note says how many there are.
    """
    notices = [notice for city in cities for notice in _notices(city, first, last)]
    if not notices:
        return ()
    columns = (
        Column(_("City"), share=2),
        Column(_("Station"), share=3),
        Column(_("Pollutants"), share=3),
        Column(_("First hour"), share=3),
        Column(_("Last hour"), share=3),
        Column(_("Values missing"), share=2, align="end"),
        Column(_("State"), share=3),
    )
    longest = sorted(notices, key=lambda notice: -notice.values_missing)[:MOST_ROWS]
    rows = tuple(Row(_cells(notice)) for notice in notices if notice in longest)
    note = _("Notices of gaps that are not settled: %(number)s; the %(shown)s longest are shown.") % {
        "number": number_format(len(notices), force_grouping=True),
        "shown": len(rows),
    }
    return (Table(_("Open notices of gaps"), columns, rows, note=note),)


def _notices(city: City, first: datetime.date, last: datetime.date) -> list[GapNotice]:
    clock = LocalClock(city.time_zone)
    return list(
        GapNotice.objects.growing()
        .reaching(clock.start(first) + 1)
        .filter(city=city, first_hour__lte=clock.end(last))
        .select_related("city", "station")
        .order_by("first_hour", "pk")
    )


def _cells(notice: GapNotice) -> tuple[Cell, ...]:
    reason = notice.get_reason_display()
    return (
        notice.city.name,
        notice.station.name if notice.station else _("the whole city"),
        notice.pollutants_in_words,
        notice.first_moment,
        notice.last_moment,
        number_format(notice.values_missing, force_grouping=True),
        f"{notice.get_state_display()}: {reason}" if reason else str(notice.get_state_display()),
    )
