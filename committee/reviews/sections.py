"""The sections of what is in review, as a reader of one language finds them."""

from committee.printing.content import Report, Section
from committee.printing.snapshot import from_json
from committee.reports.rounds import ReportRound, RoundContent


def content_in(begun: ReportRound, language: str) -> Report:
    """Return what a round says in a language, given as Django's code."""
    content = RoundContent.objects.get(round=begun, language=language)
    return from_json(content.content)


def sections_of(begun: ReportRound, language: str) -> tuple[Section, ...]:
    return content_in(begun, language).sections
