"""What a check found, and where in a report its parts stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from committee.printing.content import Report, Section
from committee.printing.snapshot import walk


class Severity(StrEnum):
    """An error keeps a report from being frozen; a warning is shown to who freezes it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """What is wrong, where, and what to do about it; `section` is the chapter's key."""

    severity: Severity
    section: str
    heading: str
    words: str
    remedy: str

    @property
    def is_error(self) -> bool:
        return self.severity == Severity.ERROR


def error(section: Section, words: str, remedy: str) -> Finding:
    return Finding(Severity.ERROR, section.key, str(section.heading), words, remedy)


def parts(report: Report, kind: type) -> Iterator[tuple[Section, Any]]:
    """Yield the parts of a kind with their chapters, in the order of print."""
    for section in report.sections:
        for part in walk(section):
            if isinstance(part, kind):
                yield section, part
