"""What a check found."""

from dataclasses import dataclass
from enum import StrEnum

from committee.printing.content import Section


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


def warning(section: Section, words: str, remedy: str) -> Finding:
    return Finding(Severity.WARNING, section.key, str(section.heading), words, remedy)
