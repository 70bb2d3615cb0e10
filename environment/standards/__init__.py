"""Published standards of air quality as plain Python: indices, limits and alerts with their dates, units."""

from environment.standards.advisories import AdvisoryRule, Stage, advisory_rule
from environment.standards.ambient import ambient_limit, limits_of
from environment.standards.conversion import NoConversion, common_unit, convert, is_gas
from environment.standards.forecast_grades import ForecastGrades, forecast_grades
from environment.standards.index_korea import c24e
from environment.standards.index_us import nowcast
from environment.standards.indexing import (
    RULE_NAMES,
    RULES,
    Index,
    SubIndex,
    index,
    rule_for,
    rule_named,
    sub_index,
)
from environment.standards.limits import Averaging, Limit
from environment.standards.rules import Category, NoRule, NotAConcentration, Rule
from environment.standards.warnings_beijing import Level, WarningPlan, warning_plan

__all__ = [
    "RULES",
    "RULE_NAMES",
    "AdvisoryRule",
    "Averaging",
    "Category",
    "ForecastGrades",
    "Index",
    "Level",
    "Limit",
    "NoConversion",
    "NoRule",
    "NotAConcentration",
    "Rule",
    "Stage",
    "SubIndex",
    "WarningPlan",
    "advisory_rule",
    "ambient_limit",
    "c24e",
    "common_unit",
    "convert",
    "forecast_grades",
    "index",
    "is_gas",
    "limits_of",
    "nowcast",
    "rule_for",
    "rule_named",
    "sub_index",
    "warning_plan",
]
