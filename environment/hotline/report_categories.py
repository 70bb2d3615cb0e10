"""What the report says of days by category: under each standard as bars, and each year as a calendar."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from committee.languages.sentences import in_a_row
from committee.printing.charts import values_called
from committee.printing.content import Block, Chart, Column, Row, Subsection, Table
from environment.explorer.bands import colours_for
from environment.explorer.calendars import (
    FIRST_DARK,
    HAIRLINE,
    INK_ON_DARK,
    INK_ON_LIGHT,
    PAPER,
    Day,
    YearOfDays,
    calendar_chart,
)
from environment.explorer.places import Place
from environment.explorer.side_by_side import SideBySide
from environment.hotline.day_categories import WHO, JudgedDays, judged_days, standards_for
from environment.indices.days import country_of
from environment.measurements.template_words import percent
from environment.naming.standards import NAMES_OF_INDICES

WIDTH = 440
BAR, MONTH = 34, 14  # heights in print: of a city's bar, of a month in a calendar
# The years whose calendars are printed; the days before them stand in the bars.
MOST_YEARS = 4
# A part of a bar that is narrower than this share of it has no room for its number.
NARROWEST = 0.05


def days_by_category(days: SideBySide, start: datetime.date, end: datetime.date) -> tuple[Block, ...]:
    """Return the bars of all cities under each standard, each with its table."""
    cities = [column.place.city for column in days.columns]
    judged = (
        [judged_days(column, days.pollutant, standard, start, end) for column in days.columns]
        for standard in standards_for(cities)
    )
    return tuple(_bars(found, days) for found in judged if any(each.valid for each in found))


def calendars(days: SideBySide, start: datetime.date, end: datetime.date) -> tuple[Subsection, ...]:
    """Return the calendars of each city by the categories of its own index, with a table of its months."""
    parts = tuple(
        Subsection(column.place.city.name.plain, (*_years(judged, days), _months(judged, days)))
        for column in days.columns
        for judged in [judged_days(column, days.pollutant, country_of(column.place.city), start, end)]
        if judged.valid
    )
    return (Subsection(_("Calendars of %(pollutant)s") % {"pollutant": days.label}, parts),) if parts else ()


def _standard_in_words(standard: str) -> str:
    return (
        _("WHO guideline and interim targets of 2021") if standard == WHO else str(NAMES_OF_INDICES[standard])
    )


def _nothing() -> str:
    return _("too little received")


def _numbered(judged: JudgedDays) -> list[str]:
    return [f"{number} {name}" for number, name in enumerate(judged.names, start=1)]


def _bars(found: Sequence[JudgedDays], days: SideBySide) -> Chart:
    caption = _("Days by category of %(pollutant)s: %(standard)s") % {
        "pollutant": days.label,
        "standard": _standard_in_words(found[0].standard),
    }
    if found[0].standard == WHO:
        caption = f"{caption}, {days.unit}"
    alt = f"{caption}. {in_a_row(_finding(each) for each in found)}"
    return Chart(
        caption,
        alt,
        _bars_spec(found),
        replace(_bars_table(found, caption), illustrative=days.is_illustrative),
        illustrative=days.is_illustrative,
    )


def _finding(judged: JudgedDays) -> str:
    """Say in which category most days fell, and how many in the best and in the worst one."""
    words = {"city": judged.city.name.plain, "valid": judged.valid}
    if not judged.valid:
        return _("%(city)s: no valid day.") % words
    most = max(range(len(judged.names)), key=lambda band: judged.counts[band])
    return _(
        "%(city)s: of %(valid)s valid days most (%(days)s) fell into the category “%(category)s”, "
        "%(best)s into the best one and %(worst)s into the worst one."
    ) % {
        **words,
        "days": judged.counts[most],
        "category": judged.names[most],
        "best": judged.counts[0],
        "worst": judged.counts[-1],
    }


def _bars_table(found: Sequence[JudgedDays], caption: str) -> Table:
    columns = (
        Column(_("City"), share=3),
        *(Column(name, share=3, align="end") for name in _numbered(found[0])),
        Column(_nothing(), share=3, align="end"),
        Column(_("Share of valid days"), share=3, align="end"),
    )
    rows = tuple(
        Row(
            (
                each.city.name,
                *map(str, each.counts),
                str(each.without),
                percent(each.valid / len(each.days)),
            )
        )
        for each in found
    )
    return Table(
        caption, columns, rows, note=_("A day counts where at least three quarters of its values are there.")
    )


def _bars_spec(found: Sequence[JudgedDays]) -> dict[str, Any]:
    names = _numbered(found[0])
    domain = [*names, _nothing()]
    x = {
        "field": "days",
        "type": "quantitative",
        "stack": "zero",
        "axis": {"title": _("Number of days"), "tickCount": 8},
    }
    y = {"field": "city", "type": "nominal", "sort": None, "axis": {"title": None, "ticks": False}}
    colour = {
        "field": "band",
        "type": "nominal",
        "scale": {"domain": domain, "range": [*colours_for(len(names)), PAPER]},
        "legend": {"orient": "bottom", "columns": 3, "labelLimit": WIDTH, "symbolType": "square"},
    }
    written = {"condition": {"test": "datum.is_dark", "value": INK_ON_DARK}, "value": INK_ON_LIGHT}
    order = {"field": "place", "type": "quantitative"}
    return {
        **values_called({"city": _("City"), "band": _("Category"), "days": _("Number of days")}),
        "width": WIDTH - 60,
        "height": BAR * len(found),
        "data": {"values": [part for each in found for part in _parts(each, domain)]},
        "encoding": {"y": y, "order": order},
        "layer": [
            {
                "mark": {"type": "bar", "stroke": HAIRLINE, "strokeWidth": 0.5},
                "encoding": {"x": x, "color": colour},
            },
            {
                "mark": {"type": "text", "fontSize": 9},
                "encoding": {
                    "x": {**x, "bandPosition": 0.5},
                    "text": {"field": "written"},
                    "color": written,
                    "detail": {"field": "band"},
                },
            },
        ],
    }


def _parts(judged: JudgedDays, domain: Sequence[str]) -> Iterator[dict[str, Any]]:
    for place, (band, days) in enumerate(zip(domain, [*judged.counts, judged.without], strict=True)):
        yield {
            "city": judged.city.name.plain,
            "band": band,
            "days": days,
            "place": place,
            "written": str(days) if days >= NARROWEST * len(judged.days) else "",
            "is_dark": FIRST_DARK * len(judged.names) <= place < len(judged.names),
        }


def _years(judged: JudgedDays, days: SideBySide) -> Iterator[Chart]:
    years = [
        YearOfDays(
            Place(judged.city), year, _title(judged, days), days.unit, judged.names, list(own), True, False
        )
        for year, own in groupby(judged.days, key=lambda day: day.day.year)
    ]
    for shown in [year for year in years if year.has_values][-MOST_YEARS:]:
        spec = calendar_chart(shown, width=WIDTH, is_narrow=False) | {"height": {"step": MONTH}}
        yield Chart(shown.caption, shown.in_words, spec, illustrative=days.is_illustrative)


def _title(judged: JudgedDays, days: SideBySide) -> str:
    return _("%(pollutant)s by day, categories of %(standard)s") % {
        "pollutant": days.label,
        "standard": _standard_in_words(judged.standard),
    }


def _months(judged: JudgedDays, days: SideBySide) -> Table:
    """Return the figures of the calendars: the days of each month by category."""
    columns = (
        Column(_("Month"), share=3),
        *(Column(name, share=3, align="end") for name in _numbered(judged)),
        Column(_nothing(), share=3, align="end"),
    )
    months = [
        list(own) for _month, own in groupby(judged.days, key=lambda day: (day.day.year, day.day.month))
    ]
    shown = [own for own in months if any(day.band is not None for day in own)][-12 * MOST_YEARS :]
    return Table(
        f"{judged.city.name.plain}: {_title(judged, days)}",
        columns,
        tuple(Row(_month_cells(own, len(judged.names))) for own in shown),
        note=_("At most the last %(years)s years; months without a valid day are left out.")
        % {"years": MOST_YEARS},
        illustrative=days.is_illustrative,
    )


def _month_cells(own: Sequence[Day], categories: int) -> tuple[str, ...]:
    bands = [day.band for day in own]
    counted = (bands.count(band) for band in [*range(categories), None])
    return (f"{own[0].day:%Y-%m}", *map(str, counted))
