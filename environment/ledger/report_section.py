"""What the report says of promised and received values."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.printing.content import Cell, Column, Row, Table
from environment.ledger.figures import Day, Figures, days_of_city, months_of
from environment.ledger.models import Promise
from environment.measurements.models import Pollutant


def promised_and_received(
    cities: Sequence[City], first: datetime.date, last: datetime.date
) -> tuple[Table, ...]:
    """Return both cities' promises from `first` to `last` and their months, none where there are none."""
    promises = list(Promise.objects.filter(city__in=cities).valid_between(first, last))
    found = {
        (city, pollutant): days_of_city(
            city, pollutants=[pollutant], first=first, last=last, now=timezone.now()
        )
        for city in cities
        for pollutant in _promised(promises, city)
    }
    rows = tuple(
        Row(_cells(city, pollutant, figures))
        for (city, pollutant), days in found.items()
        if (figures := Figures.total(each.figures for each in days)).promised
    )
    if not rows:
        return ()
    columns = (
        Column(_("City"), share=3),
        Column(_("Pollutant"), share=2),
        *(
            Column(heading, share=3, align="end")
            for heading in (_("Promised"), _("Accepted"), _("Share"), _("Late"), _("Mean hours late"))
        ),
    )
    note = _("Counted are hourly values. An hour is late by when it first came.")
    is_illustrative = any(promise.is_illustrative for promise in promises)
    return (
        Table(_("Promised and received values"), columns, rows, note=note, illustrative=is_illustrative),
        replace(_monthly(cities, found), illustrative=is_illustrative),
    )


def _monthly(cities: Sequence[City], found: Mapping[tuple[City, str], Sequence[Day]]) -> Table:
    """Return a row a month and three columns a city: all its pollutants together."""
    months = {city: _months(city, found) for city in cities}
    columns = (
        Column(_("Month"), share=2),
        *(
            Column(f"{city.name.plain}: {heading}", share=3, align="end")
            for city in cities
            for heading in (_("Promised"), _("Accepted"), _("Late"))
        ),
    )
    firsts = sorted({first for of_city in months.values() for first in of_city})
    rows = tuple(
        Row((f"{first:%Y-%m}", *(cell for city in cities for cell in _counts(months[city].get(first)))))
        for first in firsts
    )
    return Table(
        _("Promised and received values by month"),
        columns,
        rows,
        note=_("All pollutants together. Months without a promise are left out."),
    )


def _months(city: City, found: Mapping[tuple[City, str], Sequence[Day]]) -> dict[datetime.date, Figures]:
    """Return the months of a city in which anything was promised."""
    parts: dict[datetime.date, list[Figures]] = {}
    for (of_city, _pollutant), days in found.items():
        for month in months_of(days) if of_city == city else ():
            parts.setdefault(month.first, []).append(month.figures)
    totals = {first: Figures.total(figures) for first, figures in parts.items()}
    return {first: figures for first, figures in totals.items() if figures.promised}


def _counts(figures: Figures | None) -> tuple[Cell, ...]:
    if figures is None:
        return ("—", "—", "—")
    counted = (figures.promised, figures.accepted, figures.late)
    return tuple(number_format(number, force_grouping=True) for number in counted)


def _promised(promises: Sequence[Promise], city: City) -> list[str]:
    named = {code for promise in promises if promise.city_id == city.pk for code in promise.pollutants}
    return [code for code in Pollutant.values if code in named]


def _cells(city: City, pollutant: str, figures: Figures) -> tuple[Cell, ...]:
    mean = figures.mean_hours_late
    return (
        city.name,
        str(Pollutant(pollutant).label),
        number_format(figures.promised, force_grouping=True),
        number_format(figures.accepted, force_grouping=True),
        # Rounded down, so that 100 % means all.
        f"{number_format(int((figures.share or 0) * 1000 + 1e-9) / 10, decimal_pos=1)} %",
        number_format(figures.late, force_grouping=True),
        "—" if mean is None else number_format(round(mean, 1), decimal_pos=1),
    )
