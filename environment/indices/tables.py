"""The dated standards as readers see them: every table with its days, its source and what is not verified."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from environment.measurements.models import Pollutant
from environment.measurements.template_words import unit_in_words
from environment.naming.notes import note_in_words
from environment.naming.origins import origin_in_words
from environment.naming.standards import (
    name_of_averaging,
    name_of_category,
    name_of_rule,
    name_of_standard,
)
from environment.standards import RULES, Category, Limit, Rule
from environment.standards.ambient import STANDARDS
from environment.standards.forecast_grades import FORECAST_GRADES, ForecastGrades
from environment.standards.limits import Averaging
from environment.standards.rules import Band, Note, Table


@dataclass(frozen=True)
class Line:
    """One line of a table; `source` is the number of its source in the list below the table, from 1."""

    pollutant: str
    averaging: str
    unit: str
    cells: Sequence[str]
    period: str
    source: int
    is_verified: bool


@dataclass(frozen=True)
class CategoryShown:
    name: str
    colour: str
    values: str


@dataclass(frozen=True)
class NoteShown:
    text: str
    source: str
    is_verified: bool


@dataclass(frozen=True)
class RuleShown:
    """One edition of an index: `bands` are the headings of the cells of `lines`."""

    anchor: str
    name: str
    period: str
    is_in_force: bool
    source: str
    is_verified: bool
    bands: Sequence[str]
    lines: Sequence[Line]
    sources: Sequence[str]
    categories: Sequence[CategoryShown]
    notes: Sequence[NoteShown]


@dataclass(frozen=True)
class StandardShown:
    """One ambient standard: a cell a line, the limit. A guideline is never in force."""

    anchor: str
    name: str
    is_in_force: bool
    lines: Sequence[Line]
    sources: Sequence[str]


@dataclass(frozen=True)
class StandardsInTables:
    rules: Sequence[RuleShown]
    ambient: Sequence[StandardShown]
    grades: Sequence[Line]
    grade_sources: Sequence[str]
    grade_names: Sequence[str]


def standards_in_tables(today: datetime.date) -> StandardsInTables:
    """Return every index, ambient standard and forecast grade as tables in the reader's language."""
    korean, sources = RULES[0], _sources(FORECAST_GRADES)
    return StandardsInTables(
        rules=[_rule(rule, f"rule-{number}", today) for number, rule in enumerate(RULES, start=1)],
        ambient=[
            _standard(f"standard-{number}", name, limits, today)
            for number, (name, limits) in enumerate(_by_standard(), start=1)
        ],
        grades=[_grades(one, sources) for one in FORECAST_GRADES],
        grade_sources=[origin_in_words(one) for one in sources],
        grade_names=[name_of_category(korean, one) for one in korean.categories],
    )


def period_in_words(dated: Any) -> str:
    """Write from when until when something is in force: `in_force_from` and `in_force_until` of it."""
    since, until = dated.in_force_from, dated.in_force_until
    if since is None:
        return _("at any time")
    if until is None:
        return _("from %(day)s") % {"day": since}
    return _("%(first)s to %(last)s") % {"first": since, "last": until}


def _rule(rule: Rule, anchor: str, today: datetime.date) -> RuleShown:
    ends = sorted(
        {(band.index_low, band.index_high) for table in rule.tables.values() for band in table.bands}
    )
    sources = _sources(rule.tables.values())
    return RuleShown(
        anchor=anchor,
        name=name_of_rule(rule),
        period=period_in_words(rule),
        is_in_force=rule.in_force(today),
        source=origin_in_words(rule.source),
        is_verified=rule.verified,
        bands=[f"{low}–{high}" for low, high in ends],
        lines=[_table(rule, place, ends, sources) for place in rule.tables],
        sources=[origin_in_words(one) for one in sources],
        categories=[_category(rule, one) for one in rule.categories],
        notes=[_note(note) for note in rule.notes],
    )


def _table(
    rule: Rule, place: tuple[str, Averaging], ends: Iterable[tuple[int, int]], sources: Sequence[str]
) -> Line:
    table = rule.tables[place]
    bands = {(band.index_low, band.index_high): band for band in table.bands}
    return Line(
        str(Pollutant(place[0]).label),
        name_of_averaging(place[1]),
        table.unit,
        [*(_band(bands.get(end)) for end in ends), _above(table)],
        period_in_words(rule),
        sources.index(table.source) + 1,
        table.verified,
    )


def _sources(sourced: Iterable[Any]) -> list[str]:
    """Return the sources of tables, limits or grades, each once in the order of their first mention."""
    return list(dict.fromkeys(one.source for one in sourced))


def _band(band: Band | None) -> str:
    return "—" if band is None else f"{band.low:f}–{band.high:f}"


def _above(table: Table) -> str:
    if table.above == "extrapolated":
        return _("the last band goes on")
    if table.above == "none":
        return _("no index")
    return _("%(index)d, marked as at least that") % {"index": table.bands[-1].index_high}


def _category(rule: Rule, category: Category) -> CategoryShown:
    return CategoryShown(
        name_of_category(rule, category), category.colour, f"{category.lowest}–{category.highest}"
    )


def _note(note: Note) -> NoteShown:
    return NoteShown(note_in_words(note.text), origin_in_words(note.source), note.verified)


def _by_standard() -> list[tuple[str, list[Limit]]]:
    limits = [limit for of_country in dict.fromkeys(STANDARDS.values()) for limit in of_country]
    return [(name, list(own)) for name, own in groupby(limits, key=lambda limit: limit.standard)]


def _standard(anchor: str, name: str, limits: Sequence[Limit], today: datetime.date) -> StandardShown:
    sources = _sources(limits)
    return StandardShown(
        anchor=anchor,
        name=name_of_standard(name),
        is_in_force=any(limit.in_force_from and limit.in_force(today) for limit in limits),
        lines=[_limit(one, sources) for one in limits],
        sources=[origin_in_words(one) for one in sources],
    )


def _limit(limit: Limit, sources: Sequence[str]) -> Line:
    return Line(
        str(Pollutant(limit.pollutant).label),
        name_of_averaging(limit.averaging),
        unit_in_words(limit.unit, limit.reference_state),
        [number_format(limit.value)],
        period_in_words(limit),
        sources.index(limit.source) + 1,
        limit.verified,
    )


def _grades(grades: ForecastGrades, sources: Sequence[str]) -> Line:
    first, second, third = grades.highest
    cells = [f"0–{first}", f"{first + 1}–{second}", f"{second + 1}–{third}", f"≥ {third + 1}"]
    return Line(
        str(Pollutant(grades.pollutant).label),
        name_of_averaging("day"),
        "µg/m³",
        cells,
        period_in_words(grades),
        sources.index(grades.source) + 1,
        grades.verified,
    )
