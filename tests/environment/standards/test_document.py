"""What is not verified says so in docs/air-standards.md: each line is looked for as the code has it."""

from pathlib import Path

import pytest

from environment.standards import RULES
from environment.standards.advisories import ADVISORIES
from environment.standards.ambient import STANDARDS
from environment.standards.forecast_grades import FORECAST_GRADES
from environment.standards.warnings_beijing import PLANS

DOCUMENT = (Path(__file__).parents[3] / "docs" / "air-standards.md").read_text(encoding="utf-8")


def period(dated) -> str:
    if dated.in_force_from is None:
        return "any time"
    until = dated.in_force_until
    return f"{dated.in_force_from} to {until}" if until else f"from {dated.in_force_from}"


def verified(is_verified: bool) -> str:
    return "yes" if is_verified else "**no**"


RULE_LINES = [
    f"| `{rule.name}` {rule.title} | {period(rule)} | {verified(rule.verified)} | {rule.source} |"
    for rule in RULES
]
NOTE_LINES = [
    f"| `{rule.name}` | {note.text} | {verified(note.verified)} | {note.source} |"
    for rule in RULES
    for note in rule.notes
]
GRADE_LINES = [
    f"| {grades.pollutant} | {period(grades)} | {verified(grades.verified)} | {grades.source} |"
    for grades in FORECAST_GRADES
]
LEVEL_LINES = [
    f"| {plan.name} | {period(plan)} | {verified(plan.in_force_from_verified)} | {level.name} "
    f"| {verified(level.verified)} | {level.source} |"
    for plan in PLANS
    for level in plan.levels
]
ADVISORY_LINES = [
    f"| {rule.area} ({rule.area_source}) | {verified(rule.area_verified)} | {period(rule)} "
    f"| {verified(rule.in_force_from_verified)} |"
    for rule in ADVISORIES
]
LIMIT_LINES = [
    f"| {period(limit)} | {verified(limit.verified)} | {limit.source} |"
    for limits in STANDARDS.values()
    for limit in limits
]


@pytest.mark.parametrize(
    "lines", [RULE_LINES, NOTE_LINES, GRADE_LINES, LEVEL_LINES, ADVISORY_LINES, LIMIT_LINES]
)
def test_every_block_stands_in_the_document_with_its_flag_and_source(lines):
    assert [line for line in dict.fromkeys(lines) if line not in DOCUMENT] == []


def test_every_standard_stands_in_the_document_with_its_flag():
    missing = {
        f"{limit.standard} {limit.pollutant} {period(limit)}"
        for limits in STANDARDS.values()
        for limit in limits
        if not any(
            line.startswith(f"| {limit.standard} |")
            and limit.pollutant in line.split("|")[2].split()
            and f"| {period(limit)} | {verified(limit.verified)} |" in line
            for line in DOCUMENT.splitlines()
        )
    }

    assert missing == set()


def test_every_table_that_is_not_verified_is_named():
    named = DOCUMENT.split("## Breakpoints that are not verified")[1].split("##")[0]
    lines = {line.split("`")[1]: line for line in named.splitlines() if line.startswith("- ")}
    unverified = {
        (rule.name, f"{pollutant} {averaging}")
        for rule in RULES
        for (pollutant, averaging), table in rule.tables.items()
        if not table.verified
    }

    assert {(name, table) for name, table in unverified if table not in lines.get(name, "")} == set()
