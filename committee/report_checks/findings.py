"""Whether all that a report prints fits together, asked before its content is frozen."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from django.utils.translation import get_language

from committee.printing.content import Report
from committee.report_checks.claims import (
    claims_are_printed,
    claims_of_one_subject_agree,
    mentions_bear_claims_out,
    parts_add_up,
    rows_are_counted,
)
from committee.report_checks.columns import charts_fit_their_tables, tables_have_rows, totals_are_sums
from committee.report_checks.contents import Content
from committee.report_checks.finding import Finding, Severity
from committee.report_checks.languages import languages_say_the_same
from committee.report_checks.records import days_are_covered, records_are_released, states_are_one

OfOne = Callable[[Content], Iterator[Finding]]
OfAll = Callable[[Mapping[str, Content]], Iterator[Finding]]

RULES_OF_ONE: list[OfOne] = [
    claims_are_printed,
    parts_add_up,
    mentions_bear_claims_out,
    rows_are_counted,
    totals_are_sums,
    charts_fit_their_tables,
    days_are_covered,
    tables_have_rows,
]
RULES_OF_ALL: list[OfAll] = [
    claims_of_one_subject_agree,
    states_are_one,
    languages_say_the_same,
    records_are_released,
]


def findings_of(reports: Mapping[str, Report]) -> list[Finding]:
    """Check the contents of one report in all its languages, by language; errors come first.

    What is wrong in the same way in each language is said once, with the words of the reader's language.
    """
    if not reports:
        return []
    reader = get_language() or ""
    in_order = sorted(reports, key=lambda language: language != reader)
    contents = {language: Content(reports[language]) for language in in_order}
    found = [each for rule in RULES_OF_ONE for each in _once(rule, contents)]
    found += [each for rule in RULES_OF_ALL for each in rule(contents)]
    order = {section.key: place for place, section in enumerate(reports[in_order[0]].sections)}
    return sorted(
        found, key=lambda each: (each.severity != Severity.ERROR, order.get(each.section, len(order)))
    )


def _once(rule: OfOne, contents: Mapping[str, Content]) -> Iterator[Finding]:
    """Of each chapter take the language in which the rule found most; the reader's where they are even."""
    by_chapter: dict[str, list[Finding]] = defaultdict(list)
    for content in contents.values():
        here: dict[str, list[Finding]] = defaultdict(list)
        for finding in rule(content):
            here[finding.section].append(finding)
        for section, found in here.items():
            if len(found) > len(by_chapter[section]):
                by_chapter[section] = found
    for found in by_chapter.values():
        yield from found
