"""What stands in the way of a review: texts that a language lacks, and figures that contradict each other."""

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import override

from committee.languages.wording import LANGUAGES, Wording, suffix_of
from committee.printing.content import Report, Section
from committee.printing.snapshot import walk
from committee.report_checks.findings import findings_of
from committee.reports.rounds import TranslationWaiver


@dataclass(frozen=True)
class Problem:
    """One thing that stands in the way.

    One with a `key` is a text that the edition in `language` lacks, and can be waived: `text` is printed
    instead, in the language of the tag `text_language`. One without is an error in the figures, said in
    `words` to readers of `language`; an error is said once in each of them.
    """

    language: str
    section: str
    key: str = ""
    text: str = ""
    text_language: str = ""
    heading: str = ""
    words: str = ""
    remedy: str = ""

    def as_kept(self) -> dict[str, Any]:
        return dataclasses.asdict(self)


def problems_of(reports: Mapping[str, Report], waivers: Iterable[TranslationWaiver]) -> list[Problem]:
    """Return what stands in the way of freezing these contents, given by language code."""
    waived = {key for waiver in waivers for key in waiver.covers}
    gaps = [gap for report in reports.values() for gap in gaps_of(report) if gap.key not in waived]
    return [*gaps, *(error for language in reports for error in _errors(reports, language))]


def _errors(reports: Mapping[str, Report], language: str) -> list[Problem]:
    """Return the errors in the figures, in the words of a reader's language."""
    with override(language):
        return [
            Problem(
                language,
                finding.section,
                heading=finding.heading,
                words=finding.words,
                remedy=finding.remedy,
            )
            for finding in findings_of(reports)
            if finding.is_error
        ]


def gaps_of(report: Report) -> list[Problem]:
    """Return each text that is printed in another language than the report's own, once a section."""
    found = {gap.key: gap for section in report.sections for gap in _gaps_in(report.language, section)}
    return list(found.values())


def _gaps_in(language: str, section: Section) -> Iterator[Problem]:
    tag = LANGUAGES[suffix_of(language)]
    for part in walk(section):
        if isinstance(part, Wording) and part.plain and part.language != tag:
            spelled = "\n".join([language, section.key, part.language, part.plain])
            key = hashlib.sha256(spelled.encode()).hexdigest()[:16]
            yield Problem(language, section.key, key, part.plain, part.language)
