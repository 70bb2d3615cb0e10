"""Whether the languages of a report print the same records and numbers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.printing.content import Chart, Figure, Section, Table
from committee.report_checks.contents import Content
from committee.report_checks.finding import Finding, error
from committee.report_checks.naming import title_of
from committee.report_checks.numbers import number_in
from committee.report_checks.vega import numbers_of

GATHERED_APART = gettext_lazy(
    "A record was changed while the content was gathered, or a chapter says more in one language. "
    "Gather all languages again; if it stays, tell the operator of the site."
)


def languages_say_the_same(contents: Mapping[str, Content]) -> Iterator[Finding]:
    """Compare the first language with each other one, chapter by chapter; the first difference is told.

    Each edition names the cities in its own order, so rows, columns and tables stand in any order.
    """
    first, *others = contents.items()
    for language, content in others:
        yield from _compared(first[1], content, str(dict(settings.LANGUAGES).get(language, language)))


def _compared(one: Content, other: Content, language: str) -> Iterator[Finding]:
    theirs = {section.key: section for section in other.report.sections}
    for section in one.report.sections:
        if section.key not in theirs:
            yield _differ(section, _("The chapter is missing in %(language)s.") % {"language": language})
        elif words := _difference(one.inside(section), other.inside(theirs[section.key]), language):
            yield _differ(section, words)
    ours = {section.key for section in one.report.sections}
    for section in other.report.sections:
        if section.key not in ours:
            yield _differ(section, _("The chapter stands in %(language)s only.") % {"language": language})


@dataclass(frozen=True)
class _Numbered:
    """A part that prints numbers, and what has to be the same in each language; the numbers are sorted."""

    title: str
    rows: int
    numbers: tuple[str, ...]

    @property
    def said(self) -> tuple[int, tuple[str, ...]]:
        return self.rows, self.numbers

    def beside(self, other: "_Numbered") -> tuple[str, str]:
        """Return a number that only this part prints, and one that only the other one does."""
        mine, its = Counter(self.numbers), Counter(other.numbers)
        return next(iter(mine - its), "…"), next(iter(its - mine), "…")


def _difference(parts: list[Any], theirs: list[Any], language: str) -> str:
    ours, others = list(_numbered(parts)), list(_numbered(theirs))
    for mine, its in zip(_without(others, ours), _without(ours, others), strict=False):
        values = {"part": mine.title, "language": language, "rows": mine.rows, "others": its.rows}
        if mine.rows != its.rows:
            return _("%(part)s has %(rows)s rows, in %(language)s %(others)s.") % values
        if mine.numbers != its.numbers:
            numbers = mine.beside(its)
            words = _("%(part)s prints %(number)s, in %(language)s %(other)s.")
            return words % {**values, "number": numbers[0], "other": numbers[1]}
    if len(ours) != len(others):
        words = _("The chapter has %(rows)s tables, figures and charts, in %(language)s %(others)s.")
        return words % {"rows": len(ours), "language": language, "others": len(others)}
    return ""


def _without(found: list[_Numbered], parts: list[_Numbered]) -> list[_Numbered]:
    """Return the parts of which none says the same among those `found` in the other language."""
    waiting = Counter(each.said for each in found)
    left = []
    for part in parts:
        if waiting[part.said]:
            waiting[part.said] -= 1
        else:
            left.append(part)
    return left


def _numbered(parts: list[Any]) -> Iterator[_Numbered]:
    for part in parts:
        if isinstance(part, Table):
            cells = (number_in(cell) for row in part.rows for cell in row.cells)
            numbers = sorted(str(each.value) for each in cells if each)
            yield _Numbered(title_of(part), len(part.rows), tuple(numbers))
        elif isinstance(part, Figure):
            printed = number_in(part.number.partition(" ")[0])
            yield _Numbered(f"“{part.label}”", 0, (str(printed.value) if printed else "—",))
        elif isinstance(part, Chart):
            yield _Numbered(title_of(part), 0, tuple(map(str, sorted(numbers_of(part.spec)))))


def _differ(section: Section, words: str) -> Finding:
    return error(section, words, str(GATHERED_APART))
