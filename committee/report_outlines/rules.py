"""The rules of outlines, each broken one with its sentence."""

from typing import Any

from django.utils.translation import gettext as _

from committee.rules import BrokenRule


class ReportFrozen(BrokenRule):
    """Both cities have read what the report says, or are reading it."""

    def __init__(self, report: Any) -> None:
        super().__init__(f"{why_frozen(report)} {who_lifts_it(report)}")


class AlwaysPrinted(BrokenRule):
    """A figure that no list bears out is an error in a report."""

    def __init__(self) -> None:
        super().__init__(
            _("This section is always printed: it lists one by one what the figures of the report count.")
        )


def why_frozen(report: Any) -> str:
    words = _("The report is: %(state)s. What it says is frozen, and so is its outline.")
    return words % {"state": report.get_state_display()}


def who_lifts_it(report: Any) -> str:
    if report.is_at_work:
        return _("The secretariat of either city can take the report back to draft, on the report's page.")
    return _("The secretariat of either city can begin a corrected report, on the report's page.")
