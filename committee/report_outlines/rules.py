"""The rules of outlines, each broken one with its sentence."""

from typing import Any

from django.utils.translation import gettext as _

from committee.languages.sentences import in_a_row
from committee.rules import BrokenRule


class ReportFrozen(BrokenRule):
    """Both cities have read what the report says, or are reading it."""

    def __init__(self, report: Any) -> None:
        super().__init__(said_of_frozen(report))


class AlwaysPrinted(BrokenRule):
    """A figure that no list bears out is an error in a report."""

    def __init__(self) -> None:
        super().__init__(
            _("This section is always printed: it lists one by one what the figures of the report count.")
        )


def said_of_frozen(report: Any) -> str:
    """Say why an outline cannot be changed, and who can change that."""
    words = _("The report is: %(state)s. What it says is frozen, and so is its outline.")
    return in_a_row([words % {"state": report.get_state_display()}, _who_lifts_it(report)])


def _who_lifts_it(report: Any) -> str:
    if report.is_at_work:
        return _("The secretariat of either city can take the report back to draft, on the report's page.")
    return _("The secretariat of either city can begin a corrected report, on the report's page.")
