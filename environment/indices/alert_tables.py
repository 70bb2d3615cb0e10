"""The rules of alerts as readers see them: Korea's stages by hours, Beijing's levels by days."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from environment.indices.tables import period_in_words
from environment.measurements.models import Pollutant
from environment.naming.origins import origin_in_words
from environment.naming.standards import name_of_plan, name_of_stage
from environment.standards.advisories import ADVISORIES, AdvisoryRule, Stage
from environment.standards.warnings_beijing import PLANS, Condition, Level, WarningPlan


@dataclass(frozen=True)
class StageShown:
    name: str
    issue: str
    release: str


@dataclass(frozen=True)
class AdvisoryShown:
    """Korea's stages of one pollutant."""

    pollutant: str
    area: str
    area_is_verified: bool
    period: str
    period_is_verified: bool
    stages: Sequence[StageShown]
    source: str
    is_verified: bool


@dataclass(frozen=True)
class LevelShown:
    name: str
    conditions: Sequence[str]
    source: str
    is_verified: bool


@dataclass(frozen=True)
class PlanShown:
    """An edition of Beijing's plan."""

    name: str
    period: str
    period_is_verified: bool
    levels: Sequence[LevelShown]


def advisories_in_tables() -> list[AdvisoryShown]:
    return [_advisory(rule) for rule in ADVISORIES]


def plans_in_tables() -> list[PlanShown]:
    return [_plan(plan) for plan in PLANS]


def _advisory(rule: AdvisoryRule) -> AdvisoryShown:
    return AdvisoryShown(
        str(Pollutant(rule.pollutant).label),
        _("the highest station") if rule.area == "highest" else _("the mean of the stations"),
        rule.area_verified,
        period_in_words(rule),
        rule.in_force_from_verified,
        [_stage(stage, rule.unit) for stage in rule.stages],
        origin_in_words(rule.source),
        rule.verified,
    )


def _stage(stage: Stage, unit: str) -> StageShown:
    issue = ngettext(
        "%(value)s %(unit)s or more for %(hours)d hour",
        "%(value)s %(unit)s or more for %(hours)d hours in a row",
        stage.hours,
    )
    release = _("below %(value)s %(unit)s") % {"value": number_format(stage.release), "unit": unit}
    wanted = {"value": number_format(stage.issue), "unit": unit, "hours": stage.hours}
    return StageShown(name_of_stage(stage.name), issue % wanted, release)


def _plan(plan: WarningPlan) -> PlanShown:
    return PlanShown(
        name_of_plan(plan.name),
        period_in_words(plan),
        plan.in_force_from_verified,
        [_level(level) for level in plan.levels],
    )


def _level(level: Level) -> LevelShown:
    conditions = [condition_in_words(one) for one in level.conditions]
    return LevelShown(name_of_stage(level.name), conditions, origin_in_words(level.source), level.verified)


def condition_in_words(condition: Condition) -> str:
    """Write a condition: `3 days in a row with an AQI above 200, 1 of them above 300`."""
    days = ngettext(
        "%(days)d day with an AQI above %(above)d",
        "%(days)d days in a row with an AQI above %(above)d",
        condition.days,
    ) % {"days": condition.days, "above": condition.above}
    if not condition.among_days:
        return days
    return _("%(days)s, at least %(among)d of them above %(higher)d") % {
        "days": days,
        "among": condition.among_days,
        "higher": condition.among_above,
    }
