"""What stands in the way of a review: texts that a language lacks, and figures that contradict each other."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import override

from committee.printing.content import Report
from committee.report_checks.findings import findings_of
from committee.report_checks.gaps import translations_of
from committee.reports.rounds import TranslationWaiver


@dataclass(frozen=True)
class Problem:
    """One thing that stands in the way, in the words of readers of the language `reader`.

    One with a `key` is a text that is missing, a draft or outdated in the edition in `language`, as
    `standing` says; it can be waived, and is mended at `address`. One without is an error in the figures.
    """

    reader: str
    heading: str
    words: str
    remedy: str = ""
    language: str = ""
    key: str = ""
    state: str = ""
    standing: str = ""
    address: str = ""

    def as_kept(self) -> dict[str, Any]:
        return dataclasses.asdict(self)


def problems_of(reports: Mapping[str, Report], waivers: Iterable[TranslationWaiver]) -> list[Problem]:
    """Return what stands in the way of freezing these contents, said once in each of their languages."""
    waived = {key for waiver in waivers for key in waiver.covers}
    found = []
    for reader in reports:
        with override(reader):
            found += [*_errors(reports, reader), *_gaps(reports, reader, waived)]
    return found


def _errors(reports: Mapping[str, Report], reader: str) -> Iterator[Problem]:
    for finding in findings_of(reports):
        if finding.is_error:
            yield Problem(reader, finding.heading, finding.words, finding.remedy)


def _gaps(reports: Mapping[str, Report], reader: str, waived: set[str]) -> Iterator[Problem]:
    for gap in translations_of(reports):
        if gap.key not in waived:
            yield Problem(
                reader,
                gap.heading,
                f"{gap.record}: {gap.text}",
                language=gap.language,
                key=gap.key,
                state=gap.state.value,
                standing=str(gap.state.label),
                address=gap.address,
            )
