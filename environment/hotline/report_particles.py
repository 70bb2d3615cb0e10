"""What the report says of fine dust: by month, by year beside the limits, by day, and in calendars."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.printing.checked import Claim
from committee.printing.content import Block, Cell, Chart, Column, Row, Table
from environment.explorer.charts import lines_chart
from environment.explorer.places import Place
from environment.explorer.side_by_side import SideBySide, side_by_side
from environment.hotline.exceedance import LEAST_CAPTURE, PARTICLES, days_above, is_enough, limit_of
from environment.hotline.report_categories import calendars, days_by_category
from environment.measurements.models import Pollutant
from environment.measurements.rows import PeriodRow
from environment.measurements.template_words import concentration, limits_in_words, percent
from environment.standards import ambient_limit

# More months than this are read in the chart; in print their table would say little more.
MOST_MONTHS = 36
UNIT = "µg/m³"


@dataclass(frozen=True)
class Particles:
    """One kind of fine dust in both cities over the report's time."""

    pollutant: str
    months: SideBySide
    years: SideBySide
    days: SideBySide

    @property
    def label(self) -> str:
        return str(Pollutant(self.pollutant).label)


def particles(pollutant: str, cities: Sequence[City], start: datetime.date, end: datetime.date) -> Particles:
    places = [Place(city) for city in cities]

    def of(period: str) -> SideBySide:
        return side_by_side(places, pollutant=pollutant, period=period, start=start, end=end)

    return Particles(pollutant, of("month"), of("year"), of("day"))


def of_pollutant(dust: Particles, start: datetime.date, end: datetime.date) -> tuple[Block, ...]:
    """Return a part of the chapter; in print there is room for the calendars of the finest dust alone."""
    years = calendars(dust.days, start, end) if dust.pollutant == PARTICLES[0] else ()
    return (
        _monthly(dust),
        _yearly(dust),
        _above(dust, end - datetime.timedelta(days=1)),
        *days_by_category(dust.days, start, end),
        *years,
    )


def _names(dust: Particles) -> list[str]:
    return [column.place.name.plain for column in dust.months.columns]


def _monthly(dust: Particles) -> Chart:
    caption = _("Monthly means of %(pollutant)s, %(unit)s") % {"pollutant": dust.label, "unit": UNIT}
    spec = lines_chart(dust.months.lines(LEAST_CAPTURE), period="month", unit=UNIT, width=440, height=180)
    return Chart(caption, dust.months.in_words, spec, _monthly_table(dust, caption))


def _monthly_table(dust: Particles, caption: str) -> Table | None:
    if len(dust.months.rows) > MOST_MONTHS:
        return None
    columns = (Column(_("Month"), share=2), *(Column(name, share=3, align="end") for name in _names(dust)))
    rows = tuple(Row((row.when[0], *(_mean(cell) for cell in row.cells))) for row in dust.months.rows)
    return Table(caption, columns, rows)


def _mean(cell: PeriodRow | None) -> Cell:
    if cell is None or cell.mean is None:
        return "—"
    return concentration(cell.mean, UNIT) if is_enough(cell) else _("not enough data")


def _yearly(dust: Particles) -> Table:
    """Years of the report's time, the first and last cut at its ends, beside the limits for a year."""
    columns = (
        Column(_("City"), share=4),
        Column(_("Year"), share=2),
        Column(_in_unit(_("Mean")), share=3, align="end"),
        Column(_in_unit(_("National standard")), share=4, align="end"),
        Column(_in_unit(_("Standard of the other city's country")), share=4, align="end"),
        Column(_in_unit(_("WHO guideline")), share=5, align="end"),
        Column(_("Data capture"), share=3, align="end"),
    )
    rows = tuple(
        Row(_yearly_cells(dust, column.place.city, row))
        for column in dust.years.columns
        for row in column.rows
    )
    caption = _("Means of %(pollutant)s by year, beside the limits for a year") % {"pollutant": dust.label}
    return Table(
        caption,
        columns,
        rows,
        note=_(
            "The first and the last year are cut at the ends of the period. "
            "A year is set beside the limits in force at its start."
        ),
    )


def _standards(city: City, dust: Particles) -> list[str]:
    """Return whose limits a city is held against: its own country's, the other city's, WHO's."""
    others = (column.place.city.country for column in dust.days.columns)
    return [*dict.fromkeys((city.country, *others)), "WHO"]


def _in_unit(heading: str) -> str:
    return f"{heading}, {UNIT}"


def _yearly_cells(dust: Particles, city: City, row: PeriodRow) -> tuple[Cell, ...]:
    """Set a year's mean beside the limits; those of several other countries stand in one cell."""
    limits = [
        limit_of(row, country=country, pollutant=dust.pollutant, averaging="year")
        for country in _standards(city, dust)
    ]
    own, *others, of_who = (number_format(limit.value) if limit else "—" for limit in limits)
    of_others = " / ".join(others) or "—"
    return (city.name, str(row.start.year), _mean(row), own, of_others, of_who, percent(row.capture))


def _above(dust: Particles, last: datetime.date) -> Table:
    columns = (
        Column(_("City"), share=3),
        Column(_("Standard"), share=7),
        Column(_("Days above"), share=3, align="end"),
        Column(_("Valid days"), share=3, align="end"),
    )
    rows = tuple(
        _above_row(dust.pollutant, column.place.city, column.rows, country, last)
        for column in dust.days.columns
        for country in _standards(column.place.city, dust)
    )
    caption = _("Days with a mean of %(pollutant)s above the standard for a day") % {"pollutant": dust.label}
    return Table(
        caption, columns, rows, note=_("A day counts where at least three quarters of its values are there.")
    )


def _above_row(
    pollutant: str, city: City, days: Sequence[PeriodRow], country: str, last: datetime.date
) -> Row:
    """Count the days of a city above a limit; where none is valid the limit of the `last` day is named."""
    above = days_above(days, country=country, pollutant=pollutant)
    if not above.valid_days:
        limit = ambient_limit(country, pollutant, "day", last)
        named = limits_in_words(replace(above, limits=[limit])) if limit else "—"
        return Row((city.name, named, _("not enough data"), "0"))
    subject = f"{pollutant}:{city.code}:{country}"
    return Row(
        (city.name, limits_in_words(above), str(above.days), str(above.valid_days)),
        claims=(
            Claim(f"air:days_above:{subject}", above.days),
            Claim(f"air:days_valid:{subject}", above.valid_days),
        ),
    )
