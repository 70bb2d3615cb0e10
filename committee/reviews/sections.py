"""The sections of what is in review, as a reader of one language finds them."""

from committee.printing.content import Report, Section
from committee.printing.snapshot import from_json
from committee.reports.meeting_report import MeetingReport
from committee.reports.rounds import ReportRound, RoundContent


def content_in(begun: ReportRound, language: str) -> Report:
    """Return what a round says in a language, given as Django's code."""
    content = RoundContent.objects.get(round=begun, language=language)
    return from_json(content.content)


def sections_of(begun: ReportRound, language: str) -> tuple[Section, ...]:
    return content_in(begun, language).sections


def round_with(section: str, report: MeetingReport, language: str) -> tuple[ReportRound, Report] | None:
    """Return the round in which a section is read, and what it says; None where no round has such a section.

    That is what is in review. What is no longer in it is read as it was when last commented on: an open
    comment still has to be settled.
    """
    if (latest := report.latest_frozen) and (content := _holding(section, latest, language)):
        return latest, content
    commented = ReportRound.objects.filter(comments__report=report, comments__section=section)
    last = commented.order_by("number").last()
    if last and (content := _holding(section, last, language)):
        return last, content
    return None


def _holding(section: str, begun: ReportRound, language: str) -> Report | None:
    content = content_in(begun, language)
    return content if any(each.key == section for each in content.sections) else None
