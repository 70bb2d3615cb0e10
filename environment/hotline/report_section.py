"""What the report says of the air of both cities."""

import datetime
from collections.abc import Sequence

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.cities.protocol import in_given_order
from committee.printing.checked import Claim
from committee.printing.content import (
    Column,
    Figure,
    Figures,
    Paragraph,
    Row,
    Scope,
    Section,
    Subsection,
    Table,
)
from environment.alerts.report_section import alerts_of
from environment.effects.report_section import linked_projects
from environment.explorer.side_by_side import Column as PlaceColumn
from environment.gaps.report_section import open_gaps
from environment.hotline.exceedance import LEAST_CAPTURE, PARTICLES, is_enough
from environment.hotline.report_notes import methods_and_notes
from environment.hotline.report_particles import UNIT, Particles, of_pollutant, particles
from environment.ledger.report_section import promised_and_received
from environment.measurements.queries import days_with_values
from environment.measurements.template_words import concentration, percent
from environment.naming.sources import names_of_sources
from environment.threads.report_section import alert_log


def air_quality(scope: Scope) -> Section:
    """Return the chapter: months, years beside the standards, days above them, capture, linked projects."""
    cities = in_given_order(scope.city_ids)
    start = _first_day(scope, cities)
    links = linked_projects(scope)
    if start is None:
        return Section(_("Air quality"), (_nothing(), *links))
    alerts = (*alerts_of(cities, start, scope.end), *alert_log(cities, start, scope.end))
    end = scope.end + datetime.timedelta(days=1)
    dust = [particles(pollutant, cities, start, end) for pollutant in PARTICLES]
    shown = [each for each in dust if each.days.has_values]
    if not shown:
        return Section(_("Air quality"), (_nothing(), *alerts, *links))
    blocks = [
        _lead(start, scope.end),
        _figures(shown, (end - start).days),
        *(Subsection(each.label, of_pollutant(each, start, end)) for each in shown),
        _capture(shown),
        *promised_and_received(cities, start, scope.end),
        *open_gaps(cities, start, scope.end),
        *alerts,
        *links,
        methods_and_notes([each.days for each in shown], start, end),
        _sources(shown),
    ]
    return Section(
        _("Air quality"),
        tuple(blocks),
        illustrative=any(each.days.is_illustrative for each in shown),
    )


def _first_day(scope: Scope, cities: Sequence[City]) -> datetime.date | None:
    """The first day covered; for a first meeting, the first day of which anything was received."""
    if scope.start:
        return scope.start + datetime.timedelta(days=1)
    known = [days[0] for city in cities if (days := days_with_values(city)) and days[0] <= scope.end]
    return min(known, default=None)


def _nothing() -> Paragraph:
    return Paragraph(_("No air-quality values were received for this period."), manner="nothing")


def _lead(start: datetime.date, end: datetime.date) -> Paragraph:
    words = _(
        "Fine dust in both cities from %(start)s to %(end)s, as the cities shared it over the hotline. "
        "Means are derived from the values received; a mean is given where at least 75 %% of the expected "
        "values are there."
    )
    return Paragraph(words % {"start": date_format(start), "end": date_format(end)}, manner="lead")


def _figures(dust: Sequence[Particles], days: int) -> Figures:
    means = (_mean_of_period(each, column, days) for each in dust for column in each.days.columns)
    return Figures(tuple(means)[:4])


def _mean_of_period(dust: Particles, column: PlaceColumn, days: int) -> Figure:
    """A mean stands for the report's time only where enough of its days are there, silent months included."""
    label = _("mean %(pollutant)s in %(city)s") % {"pollutant": dust.label, "city": column.place.name.plain}
    valid = sum(is_enough(row) for row in column.rows)
    if column.mean is None or valid < LEAST_CAPTURE * days:
        return Figure(_("not enough data"), label)
    claim = Claim(f"air:mean:{dust.pollutant}:{column.place.city.code}", round(column.mean, 3))
    return Figure(f"{concentration(column.mean, UNIT)} {UNIT}", label, claim=claim)


def _capture(dust: Sequence[Particles]) -> Table:
    columns = (
        Column(_("City"), share=3),
        Column(_("Pollutant"), share=2),
        Column(_("Values"), share=3, align="end"),
        Column(_("Expected values"), share=3, align="end"),
        Column(_("Data capture"), share=3, align="end"),
    )
    rows = tuple(
        Row(
            (
                column.place.city.name,
                each.label,
                number_format(column.n, force_grouping=True),
                number_format(column.expected, force_grouping=True),
                percent(column.capture),
            )
        )
        for each in dust
        for column in each.years.columns
    )
    return Table(_("Data capture"), columns, rows)


def _sources(dust: Sequence[Particles]) -> Paragraph:
    named = {
        column.place.name.plain: names_of_sources(column.sources)
        for column in dust[0].days.columns
        if column.sources
    }
    words = "; ".join(f"{city}: {sources}" for city, sources in named.items())
    return Paragraph(_("Sources: %(sources)s") % {"sources": words}, manner="note")
