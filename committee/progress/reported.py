"""What an update reports of milestones and indicators, and how that reaches the project once confirmed."""

import datetime
import decimal
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from django.utils.formats import date_format

from committee.history.actions import KeptRow, keep_changes, keep_deletion, keep_new, kept_row
from committee.members.models import Member
from committee.progress.models import ProgressUpdate
from committee.progress.reported_parts import ReportedMilestone, ReportedValue
from committee.progress.rules import ConfirmedOtherwise, OfAnotherProject
from committee.projects.actions import CountedAtEvents
from committee.projects.indicators import Indicator, IndicatorValue
from committee.projects.models import Milestone


class Measured(NamedTuple):
    on: datetime.date
    value: decimal.Decimal


# What a writer gives: None takes back what the update said before.
Milestones = Mapping[Milestone, datetime.date | None]
Values = Mapping[Indicator, Measured | None]


@dataclass(frozen=True)
class Said:
    """Milestones with the day they were done, indicators with what was measured."""

    milestones: dict[Milestone, datetime.date] = field(default_factory=dict)
    values: dict[Indicator, Measured] = field(default_factory=dict)


def said_by(update: ProgressUpdate | None) -> Said:
    if update is None:
        return Said()
    return Said(
        {row.milestone: row.done_on for row in update.reported_milestones.select_related("milestone")},
        {
            row.indicator: Measured(row.on, row.value)
            for row in update.reported_values.select_related("indicator")
        },
    )


def saying(
    before: Said, update: ProgressUpdate, milestones: Milestones | None, values: Values | None
) -> Said:
    """Return what `update` says after the writer's changes.

    Raises:
        OfAnotherProject: when a milestone or indicator is not of the update's project.
        CountedAtEvents: when an indicator follows the figures of events.
    """
    parts: list[Milestone | Indicator] = [*(milestones or {}), *(values or {})]
    for part in parts:
        if part.project_id != update.project_id:
            raise OfAnotherProject(part)
    if any(indicator.is_counted for indicator in values or {}):
        raise CountedAtEvents
    days = before.milestones | dict(milestones or {})
    figures = before.values | dict(values or {})
    return Said(
        {milestone: day for milestone, day in days.items() if day is not None},
        {indicator: figure for indicator, figure in figures.items() if figure is not None},
    )


def differences(before: Said, after: Said) -> dict[str, list[Any]]:
    """Return what changed, readable, as the update's history keeps it."""
    found = {}
    if before.milestones != after.milestones:
        found["reported_milestones"] = [_days(before), _days(after)]
    if before.values != after.values:
        found["reported_values"] = [_figures(before), _figures(after)]
    return found


def keep_said(update: ProgressUpdate, said: Said) -> None:
    """Replace the rows of an update that is locked or new."""
    update.reported_milestones.all().delete()
    update.reported_values.all().delete()
    ReportedMilestone.objects.bulk_create(
        ReportedMilestone(update=update, milestone=milestone, done_on=day)
        for milestone, day in said.milestones.items()
    )
    ReportedValue.objects.bulk_create(
        ReportedValue(update=update, indicator=indicator, on=figure.on, value=figure.value)
        for indicator, figure in said.values.items()
    )


def refuse_contradictions(update: ProgressUpdate) -> None:
    """Hold `update` against what other confirmed updates in force say.

    Raises:
        ConfirmedOtherwise: naming the milestone or indicator.
    """
    replaced = [update.pk, update.corrects_id]
    said = said_by(update)
    for milestone, day in said.milestones.items():
        others = milestone.reports.in_force().exclude(update__in=replaced)
        if others.exclude(done_on=day).exists():
            raise ConfirmedOtherwise(milestone)
    for indicator, figure in said.values.items():
        same_day = indicator.reports.in_force().filter(on=figure.on).exclude(update__in=replaced)
        if same_day.exclude(value=figure.value).exists():
            raise ConfirmedOtherwise(indicator)


def carry_over(*, by: Member, update: ProgressUpdate) -> None:
    """Let the project's milestones and values follow what its confirmed updates in force say.

    Looks at what `update` says and at what the update it corrects had said.
    """
    now, before = said_by(update), said_by(update.corrects)
    for milestone in sorted(now.milestones | before.milestones, key=lambda each: each.pk):
        report = milestone.reports.in_force().first()
        keep_changes(by=by, record=milestone, changes={"done_on": report.done_on if report else None})
    days = {(indicator, figure.on) for said in (now, before) for indicator, figure in said.values.items()}
    for indicator, day in sorted(days, key=lambda each: (each[0].pk, each[1])):
        _follow(by, indicator, day)


def _follow(by: Member, indicator: Indicator, day: datetime.date) -> None:
    report = indicator.reports.in_force().filter(on=day).select_related("update").first()
    standing = indicator.values.filter(on=day).first()
    if report is None:
        if standing is not None:
            keep_deletion(by=by, record=standing)
        return
    taken = {"value": report.value, "reported_in": report.update}
    if standing is None:
        keep_new(by=by, record=IndicatorValue(indicator=indicator, on=day, **taken))
    else:
        keep_changes(by=by, record=standing, changes=taken)


def _days(said: Said) -> list[KeptRow]:
    return [kept_row(milestone, partial(_day, milestone, day)) for milestone, day in said.milestones.items()]


def _day(milestone: Milestone, day: datetime.date) -> str:
    return f"{milestone}: {date_format(day)}"


def _figures(said: Said) -> list[KeptRow]:
    return [
        kept_row(indicator, partial(_figure, indicator, figure)) for indicator, figure in said.values.items()
    ]


def _figure(indicator: Indicator, figure: Measured) -> str:
    return f"{indicator}: {figure.value.normalize():f} {indicator.unit} ({date_format(figure.on)})"
