"""What the report says of promised and received values."""

import datetime
from collections.abc import Sequence

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.printing.content import Cell, Column, Row, Table
from environment.ledger.figures import Figures, days_of_city
from environment.ledger.models import Promise
from environment.measurements.models import Pollutant


def promised_and_received(
    cities: Sequence[City], first: datetime.date, last: datetime.date
) -> tuple[Table, ...]:
    """Return a table of both cities' promises from `first` to `last`, none where nothing was promised."""
    promises = list(Promise.objects.filter(city__in=cities).valid_between(first, last))
    rows = tuple(
        Row(_cells(city, pollutant, figures))
        for city in cities
        for pollutant in _promised(promises, city)
        if (figures := _figures(city, pollutant, first, last)).promised
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
    return (Table(_("Promised and received values"), columns, rows, note=note, illustrative=is_illustrative),)


def _promised(promises: Sequence[Promise], city: City) -> list[str]:
    named = {code for promise in promises if promise.city_id == city.pk for code in promise.pollutants}
    return [code for code in Pollutant.values if code in named]


def _figures(city: City, pollutant: str, first: datetime.date, last: datetime.date) -> Figures:
    days = days_of_city(city, pollutants=[pollutant], first=first, last=last, now=timezone.now())
    return Figures.total(each.figures for each in days)


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
