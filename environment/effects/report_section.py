"""What the report says of the air beside the projects."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.languages.sentences import in_a_row, listed
from committee.printing.content import Block, Chart, Column, Lines, Paragraph, Row, Scope, Subsection, Table
from environment.effects.charts import effect_chart, in_words
from environment.effects.findings import AirFinding, DaysAbove
from environment.effects.models import AirEffect
from environment.effects.wording import exceedances_of, lines_of, methods, notes_of, unit_of
from environment.measurements.template_words import concentration
from environment.project_links.models import ProjectAirLink
from environment.sources.registry import GENERATED

WIDTH, HEIGHT = 440, 180


def linked_projects(scope: Scope) -> tuple[Block, ...]:
    """Return a subsection a project whose air was compared by the end of the report's time."""
    links = list(
        ProjectAirLink.objects.filter(project__draft_of__isnull=True, evaluation_from__lte=scope.end)
        .with_places()
        .order_by("project", "pk")
    )
    if not links:
        return ()
    effects = {effect.pk: effect for effect in AirEffect.objects.of(links)}
    parts = [
        Subsection(
            project.title,
            tuple(
                block
                for link in links
                if link.project == project
                for block in _of_link(link, effects.get(link.pk))
            ),
        )
        for project in dict.fromkeys(link.project for link in links)
    ]
    note = Paragraph(in_a_row(methods()), manner="note")
    return (Subsection(_("Air quality beside the projects"), (*parts, note)),)


def _of_link(link: ProjectAirLink, effect: AirEffect | None) -> Iterator[Block]:
    finding = effect.finding if effect else None
    where = listed(station.name.plain for station in link.stations.all()) or _("the whole city")
    caption = f"{link.city.name.plain}, {where}: {link.get_pollutant_display()}"
    if effect is None or finding is None:
        yield Paragraph(f"{caption}. {_not_computed(effect)}", manner="nothing")
        return
    illustrative = link.is_illustrative or GENERATED in finding.sources
    yield _figures(finding, caption, illustrative)
    if exceedances := _days_above(finding, caption, illustrative):
        yield exceedances
    if any(month.mean is not None for month in finding.months.all()):
        yield _chart(finding, caption, illustrative)
    for note in [*_staleness(effect), *notes_of(finding)]:
        yield Paragraph(note, manner="note")


def _not_computed(effect: AirEffect | None) -> str:
    if effect is not None and effect.state == AirEffect.State.FAILED:
        return _("The figures could not be computed.")
    return _("The figures were not computed yet.")


def _staleness(effect: AirEffect) -> Iterator[str]:
    if effect.is_stale:
        yield _("Values or terms changed after these figures were computed.")


def _figures(finding: AirFinding, caption: str, illustrative: bool) -> Table:
    columns = (
        Column(_("Figure"), share=5),
        Column(_("Value"), share=4, align="end"),
        Column(_("95 %% interval") % {}, share=4, align="end"),
        Column(_("What it rests on"), share=5),
    )
    rows = tuple(Row((line.label, line.value, line.interval, line.basis)) for line in lines_of(finding))
    note = _("Baseline %(baseline)s, evaluation %(evaluation)s; version of the values %(version)s.") % {
        "baseline": f"{date_format(finding.baseline_from)} – {date_format(finding.baseline_until)}",
        "evaluation": f"{date_format(finding.evaluation_from)} – {date_format(finding.evaluation_until)}",
        "version": finding.data_version,
    }
    unit = f", {unit_of(finding)}" if finding.unit else ""
    return Table(f"{caption}{unit}", columns, rows, note=note, illustrative=illustrative)


def _days_above(finding: AirFinding, caption: str, illustrative: bool) -> Table | None:
    found = exceedances_of(finding)
    if not found:
        return None
    columns = (
        Column(_("Standard"), share=7),
        *(Column(str(period.label), share=3, align="end") for period in DaysAbove.Period),
    )
    rows = tuple(
        Row(
            (
                each.limit if each.is_verified else Lines((each.limit, _("not verified"))),
                each.baseline,
                each.evaluation,
            )
        )
        for each in found
    )
    title = _("Valid days above a standard: %(what)s") % {"what": caption}
    return Table(title, columns, rows, illustrative=illustrative)


def _chart(finding: AirFinding, caption: str, illustrative: bool) -> Chart:
    unit = unit_of(finding)
    spec = effect_chart(finding, unit=unit, width=WIDTH, height=HEIGHT)
    title = _("Monthly means: %(what)s") % {"what": caption}
    return Chart(
        title, in_words(finding, unit), spec, _months(finding, title, illustrative), illustrative=illustrative
    )


def _months(finding: AirFinding, title: str, illustrative: bool) -> Table:
    """Return a row a year and a column a month."""
    means: dict[int, dict[int, str]] = {}
    for month in finding.months.all():
        written = "—" if month.mean is None else concentration(month.mean, finding.unit)
        means.setdefault(month.first_day.year, {})[month.first_day.month] = written
    columns = (
        Column(_("Year"), share=2),
        *(Column(f"{month:02}", share=2, align="end") for month in range(1, 13)),
    )
    rows = tuple(
        Row((str(year), *(found.get(month, "") for month in range(1, 13)))) for year, found in means.items()
    )
    return Table(title, columns, rows, illustrative=illustrative)
