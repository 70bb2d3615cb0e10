"""What the report says of the air beside the projects."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.reports.content import Block, Cell, Column, Lines, Paragraph, Row, Scope, Subsection, Table
from environment.measurements.template_words import change as signed
from environment.measurements.template_words import concentration, limits_in_words, percent, unit_in_words
from environment.project_links.comparison import Comparison, PeriodOfAir, compare_all
from environment.project_links.models import ProjectAirLink
from environment.sources.registry import GENERATED


def linked_projects(scope: Scope) -> tuple[Block, ...]:
    """Return a subsection with a table a project whose air was compared by the end of the report's time."""
    links = list(
        ProjectAirLink.objects.filter(evaluation_from__lte=scope.end).with_places().order_by("project", "pk")
    )
    if not links:
        return ()
    comparisons = compare_all(links)
    projects = dict.fromkeys(link.project for link in links)
    blocks: list[Block] = [
        Paragraph(_("The figures say what changed, not what caused it."), manner="note"),
        *(
            Subsection(
                project.title,
                tuple(_table(link, comparisons[link.pk]) for link in links if link.project == project),
            )
            for project in projects
        ),
    ]
    return (Subsection(_("Air quality beside the projects"), tuple(blocks)),)


def _table(link: ProjectAirLink, comparison: Comparison) -> Table:
    unit = unit_in_words(comparison.unit, comparison.reference_state)
    mean = _("Mean")
    columns = (
        Column(_("Period"), share=5),
        Column(f"{mean}, {unit}" if unit else mean, share=3, align="end"),
        Column(_("Data capture"), share=3, align="end"),
        Column(_("Days above a standard"), share=7),
    )
    rows = (
        Row(_cells(_("Baseline"), comparison.baseline, comparison.unit)),
        Row(_cells(_("Evaluation"), comparison.evaluation, comparison.unit)),
        Row((_("Change"), _change(comparison), "", ""), is_total=True),
    )
    where = ", ".join(station.name.plain for station in link.stations.all()) or _("the whole city")
    caption = f"{link.city.name.plain}, {where}: {link.get_pollutant_display()}"
    is_generated = link.is_illustrative or GENERATED in comparison.sources
    return Table(caption, columns, rows, illustrative=is_generated)


def _cells(label: str, period: PeriodOfAir, unit: str) -> tuple[Cell, ...]:
    mean = concentration(period.mean, unit) if period.is_enough else _("not enough data")
    days = f"{date_format(period.first)} – {date_format(period.last)}"
    above = tuple(
        _("%(days)d of %(valid)d days: %(standard)s")
        % {"days": each.days, "valid": each.valid_days, "standard": limits_in_words(each)}
        for each in period.above
    )
    return (Lines((label, days)), mean, percent(period.capture), Lines(above or ("—",)))


def _change(comparison: Comparison) -> str:
    if comparison.change is None:
        return _("not enough data")
    absolute = signed(comparison.change, comparison.unit)
    if comparison.change_percent is None:
        return absolute
    return f"{absolute} ({signed(comparison.change_percent, '')} %)"
