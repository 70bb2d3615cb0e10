"""What the report says of one project, apart from its progress updates."""

import datetime
import decimal
from collections.abc import Sequence

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from committee.languages.wording import Wording
from committee.projects.models import Indicator, Milestone, Project
from committee.reports.charts import ACCENTS, QUIET
from committee.reports.content import (
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
from committee.workdays.due import is_overdue

TONES = {
    Milestone.Standing.DONE: Tone.GOOD,
    Milestone.Standing.DUE: Tone.CALM,
    Milestone.Standing.LATE: Tone.POOR,
}


def project_blocks(project: Project, scope: Scope) -> tuple[Block, ...]:
    """Return facts, milestones, indicators and their charts as of the last day covered.

    Reads `commitments`, `lead_organisations__city`, `milestones` and `indicators__values`: prefetch them.
    """
    blocks: list[Block] = [_facts(project, scope)]
    if project.summary:
        blocks.append(Paragraph(project.summary))
    blocks.append(_milestones(list(project.milestones.all()), scope.end))
    blocks.append(_indicators(list(project.indicators.all()), scope))
    blocks += [chart for each in project.indicators.all() if (chart := _chart(each, scope.end))]
    return tuple(blocks)


def measured(value: decimal.Decimal, indicator: Indicator) -> Wording:
    """Return a value with its unit; the text keeps the language of the unit."""
    unit = indicator.unit
    return Wording(f"{_number(value)} {unit.plain}".strip(), unit.language)


def _facts(project: Project, scope: Scope) -> Facts:
    pairs: list[tuple[str, Cell]] = [
        (_("Carries out"), Lines(tuple(each.title for each in project.commitments.all())))
    ]
    by_protocol = sorted(
        project.lead_organisations.all(), key=lambda lead: scope.city_ids.index(lead.city_id)
    )
    pairs += [(_("Lead in %(city)s") % {"city": lead.city.name.plain}, lead.name) for lead in by_protocol]
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


def _milestones(milestones: list[Milestone], on: datetime.date) -> Block:
    if not milestones:
        return Paragraph(_("No milestone is recorded."), manner="nothing")
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
    """Show a milestone as it stood on the day: what was done later was not done yet."""
    done_on = milestone.done_on if milestone.done_on and milestone.done_on <= on else None
    standing = Milestone.Standing.DUE
    if done_on:
        standing = Milestone.Standing.DONE
    elif is_overdue(milestone.due_on, on):
        standing = Milestone.Standing.LATE
    return Row(
        (
            milestone.title,
            _day(milestone.due_on),
            _day(done_on),
            Status(str(standing.label), TONES[standing]),
        ),
        illustrative=milestone.is_illustrative,
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
    return _("no value") if value is None else measured(value, indicator)


def _dated(indicator: Indicator, value: decimal.Decimal | None, on: datetime.date | None) -> Cell:
    return "—" if value is None else Lines((measured(value, indicator), _day(on)))


def _chart(indicator: Indicator, on: datetime.date) -> Chart | None:
    """Draw an indicator that has at least two values; one point is no course."""
    values = [each for each in indicator.values.all() if each.on <= on]
    if len(values) < 2:
        return None
    points = [{"day": each.on.isoformat(), "value": float(each.value)} for each in values]
    unit = indicator.unit.plain
    axes = {
        "x": {"field": "day", "type": "temporal", "title": None},
        "y": {"field": "value", "type": "quantitative", "title": unit or None},
    }
    layers = [
        {"mark": {"type": "line", "color": ACCENTS[0], "point": {"color": ACCENTS[0]}}, "encoding": axes}
    ]
    if indicator.target is not None:
        target = {"data": {"values": [{"value": float(indicator.target)}]}, "encoding": {"y": axes["y"]}}
        layers.append({**target, "mark": {"type": "rule", "color": QUIET, "strokeDash": [4, 3]}})
    return Chart(
        indicator.name,
        _alt(indicator, points[0]["value"], points[-1]["value"]),
        {"width": 500, "height": 110, "data": {"values": points}, "layer": layers},
        note=_("The dashed line is the target.") if indicator.target is not None else "",
        illustrative=indicator.is_illustrative or any(each.is_illustrative for each in values),
    )


def _alt(indicator: Indicator, first: object, last: object) -> str:
    return _("%(indicator)s: from %(first)s to %(last)s %(unit)s") % {
        "indicator": indicator.name.plain,
        "first": _number(decimal.Decimal(str(first))),
        "last": _number(decimal.Decimal(str(last))),
        "unit": indicator.unit.plain,
    }


def _number(value: decimal.Decimal) -> str:
    return number_format(f"{value.normalize():f}", force_grouping=True)


def _day(day: datetime.date | None) -> str:
    return date_format(day) if day else "—"
