"""What the report says in small print: how the figures of the air were made, and what the values lack."""

import datetime
from collections.abc import Iterator, Sequence

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.languages.sentences import listed
from committee.printing.content import Paragraph, Subsection
from environment.explorer.side_by_side import Column, SideBySide
from environment.hotline.exceedance import is_enough
from environment.ledger.rejected import rejected_by_day


def methods_and_notes(shown: Sequence[SideBySide], start: datetime.date, end: datetime.date) -> Subsection:
    """Return the methods, then what lacks of each pollutant and city from `start` to before `end`."""
    cities = [column.place.city for column in shown[0].columns]
    notes = (*_methods(), _clocks(cities, end), *_gaps(shown, start, end))
    return Subsection(
        _("Methods and notes on the values"), tuple(Paragraph(note, manner="note") for note in notes)
    )


def _methods() -> Iterator[str]:
    yield _(
        "The mean of a day, month or year is that of all hourly values of a city's stations; where no "
        "station covers it, the city's own daily means answer. The limits of a day are held against means of "
        "a day, those of a year against means of a year."
    )
    yield (
        _(
            "A day, month or year is judged where at least 75 %% of its expected values were received; what "
            "was not received is never filled in."
        )
        % {}
    )
    yield _(
        "The category of a day is that of this pollutant's mean alone, by the edition of each rule in force "
        "on that day; it is not the index of all pollutants. WHO's levels of 2021 hold for any day."
    )


def _clocks(cities: Sequence[City], end: datetime.date) -> str:
    clocks = listed(_clock(city, end) for city in cities)
    return _("Days, months and years are those of each city's own clock: %(clocks)s.") % {"clocks": clocks}


def _clock(city: City, day: datetime.date) -> str:
    moment = datetime.datetime.combine(day, datetime.time(), city.zone)
    return f"{city.name.plain} {moment:%Z} (UTC{moment.isoformat()[-6:]})"


def _gaps(shown: Sequence[SideBySide], start: datetime.date, end: datetime.date) -> Iterator[str]:
    for days in shown:
        for column in days.columns:
            yield _gap(days, column, start, end)


def _gap(days: SideBySide, column: Column, start: datetime.date, end: datetime.date) -> str:
    covered = (end - start).days
    missing = covered - sum(is_enough(row) for row in column.rows)
    rejected = rejected_by_day(
        column.place.city, [days.pollutant], start, end - datetime.timedelta(days=1)
    ).total()
    return _(
        "%(city)s, %(pollutant)s: %(missing)s of %(days)s days lack enough values; %(rejected)s readings "
        "were not taken, because they were quarantined or discarded."
    ) % {
        "city": column.place.city.name.plain,
        "pollutant": days.label,
        "missing": number_format(missing, force_grouping=True),
        "days": number_format(covered, force_grouping=True),
        "rejected": number_format(rejected, force_grouping=True),
    }
