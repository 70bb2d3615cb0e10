"""What the report says of one project, apart from its progress updates."""

import datetime
import decimal
from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committee.languages.wording import Wording, sentence
from committee.printing.checked import Day
from committee.printing.content import (
    Block,
    Cell,
    Chart,
    Column,
    Facts,
    Lines,
    Paragraph,
    Row,
    Scope,
    Status,
    Table,
    Tone,
)
from committee.projects import indicator_chart
from committee.projects.indicator_chart import number
from committee.projects.indicators import Indicator
from committee.projects.models import Milestone, Project
from committee.projects.timeline import ROW_HEIGHT_IN_PRINT, in_words, rows_of, timeline

WIDTH_IN_PRINT = 620
WIDTH_OF_INDICATOR = 540
# With fewer milestones the drawing of all projects of a subcommittee says as much.
LEAST_DRAWN = 2
# With more of them it would be higher than a page: their table says as much.
MOST_DRAWN = 30

TONES = {
    Milestone.Standing.DONE: Tone.GOOD,
    Milestone.Standing.DUE: Tone.CALM,
    Milestone.Standing.LATE: Tone.POOR,
}


def project_blocks(project: Project, scope: Scope) -> tuple[Block, ...]:
    """Return facts, milestones, indicators and their charts as of the last day covered.

    Reads `kind`, `commitments`, `lead_organisations__city`, `milestones`, `indicators__values` and
    `indicators__reports__update`: fetch them before.
    """
    blocks: list[Block] = [_facts(project, scope)]
    if project.summary:
        blocks.append(Paragraph(project.summary))
    blocks += _milestones(project, scope.end)
    blocks.append(_indicators(list(project.indicators.all()), scope))
    blocks += [chart for each in project.indicators.all() if (chart := _chart(project, each, scope.end))]
    return tuple(blocks)


def measured(value: decimal.Decimal, indicator: Indicator) -> Wording:
    """Return a value with its unit; the text keeps the language of the unit."""
    unit = indicator.unit
    return Wording(f"{number(value)} {unit.plain}".strip(), unit.language, unit.source)


def _facts(project: Project, scope: Scope) -> Facts:
    pairs: list[tuple[str, Cell]] = [
        (_("Carries out"), Lines(tuple(each.title for each in project.commitments.all())))
    ]
    by_protocol = sorted(
        project.lead_organisations.all(), key=lambda lead: scope.city_ids.index(lead.city_id)
    )
    pairs += [(sentence(_("Lead in %(city)s"), city=lead.city.name), lead.name) for lead in by_protocol]
    if not project.kind.is_general:
        pairs.append((_("Kind of project"), project.kind.name))
    if project.starts_on:
        end = _day(project.ends_on) if project.ends_on else ""
        pairs.append((_("Period"), f"{_day(project.starts_on)} – {end}"))
    pairs.append((_("State"), str(_state_on(project, scope.end).label)))
    return Facts(tuple(pairs))


def _state_on(project: Project, day: datetime.date) -> Project.State:
    """Return the state as far as the dates tell it: what begins or ends later had not done so."""
    state = Project.State(project.state)
    if project.starts_on and project.starts_on > day:
        return Project.State.PLANNED
    if state == Project.State.COMPLETED and project.ends_on and project.ends_on > day:
        return Project.State.UNDER_WAY
    return state


def _milestones(project: Project, on: datetime.date) -> tuple[Block, ...]:
    """Draw the milestones against time, and list them."""
    milestones = list(project.milestones.all())
    if not milestones:
        return (Paragraph(_("No milestone is recorded."), manner="nothing"),)
    rows = rows_of(project)
    table = _table_of_milestones(milestones, on)
    if not LEAST_DRAWN <= len(milestones) <= MOST_DRAWN:
        return (table,)
    drawing = Chart(
        _of(_("%(project)s: timeline"), project),
        in_words(rows, on),
        timeline(rows, on, width=WIDTH_IN_PRINT, row_height=ROW_HEIGHT_IN_PRINT),
        illustrative=any(each.is_illustrative for each in milestones),
    )
    return drawing, table


def _table_of_milestones(milestones: list[Milestone], on: datetime.date) -> Table:
    return Table(
        _("Milestones"),
        (
            Column(_("Milestone"), share=8),
            Column(_("Due on"), share=4),
            Column(_("Done on"), share=4),
            Column(_("State"), share=3),
        ),
        tuple(_milestone(each, on) for each in milestones),
        is_numbered=False,
    )


def _milestone(milestone: Milestone, on: datetime.date) -> Row:
    standing = milestone.standing(on)
    done_on = milestone.done_on if standing == Milestone.Standing.DONE else None
    return Row(
        (
            milestone.title,
            _day(milestone.due_on),
            _day(done_on),
            Status(str(standing.label), TONES[standing]),
        ),
        illustrative=milestone.is_illustrative,
        days=(Day(done_on, may_be_earlier=True),) if done_on else (),
    )


def _indicators(indicators: list[Indicator], scope: Scope) -> Block:
    if not indicators:
        return Paragraph(_("No indicator is recorded."), manner="nothing")
    return Table(
        _("Indicators"),
        (
            Column(_("Indicator"), share=7),
            Column(_("Baseline"), share=4, align="end"),
            Column(_("In this period"), share=4, align="end"),
            Column(_("To date"), share=4, align="end"),
            Column(_("Target"), share=4, align="end"),
        ),
        tuple(_indicator(each, scope) for each in indicators),
        is_numbered=False,
    )


def _indicator(indicator: Indicator, scope: Scope) -> Row:
    to_date = [each for each in indicator.values.all() if each.on <= scope.end]
    in_period = [each for each in to_date if scope.start is None or each.on > scope.start]
    return Row(
        (
            Lines((indicator.name, indicator.get_rule_display())),
            _dated(indicator, indicator.baseline, indicator.baseline_on),
            _put_together(indicator, [each.value for each in in_period]),
            _put_together(indicator, [each.value for each in to_date]),
            _dated(indicator, indicator.target, indicator.target_on),
        ),
        illustrative=indicator.is_illustrative or any(each.is_illustrative for each in to_date),
    )


def _put_together(indicator: Indicator, values: Sequence[decimal.Decimal]) -> Cell:
    value = indicator.put_together(values)
    if value is None:
        return _("no value")
    if not indicator.is_counted:
        return measured(value, indicator)
    counted = len(values)
    source = ngettext("from %(total)s event", "from %(total)s events", counted) % {"total": counted}
    return Lines((measured(value, indicator), source))


def _dated(indicator: Indicator, value: decimal.Decimal | None, on: datetime.date | None) -> Cell:
    return "—" if value is None else Lines((measured(value, indicator), _day(on)))


def _of(words: str, project: Project, **others: str) -> Wording:
    """Name what is drawn with its project; the text keeps the language of the project's title."""
    named = sentence(words, project=project.title, **others)
    return Wording(named.plain, project.title.language, named.source)


def _chart(project: Project, indicator: Indicator, on: datetime.date) -> Chart | None:
    """Draw an indicator that has at least two values; one point is no course."""
    points = indicator_chart.points_of(indicator, until=on)
    if len(points) < 2:
        return None
    is_illustrative = indicator.is_illustrative or any(
        each.is_illustrative for each in indicator.values.all()
    )
    return Chart(
        _of(_("%(project)s: %(indicator)s"), project, indicator=indicator.name),
        indicator_chart.in_words(indicator, points),
        indicator_chart.indicator_chart(indicator, points, width=WIDTH_OF_INDICATOR),
        note=indicator_chart.legend_in_words(indicator, points),
        illustrative=is_illustrative,
    )


def _day(day: datetime.date | None) -> str:
    return date_format(day) if day else "—"
