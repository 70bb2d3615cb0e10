"""The rules of reports, each broken one with its sentence."""

from django.utils.translation import gettext as _

from committee.reports.meeting_report import MeetingReport
from committee.rules import BrokenRule


class NotInThisState(BrokenRule):
    """The report has moved on since the member saw it."""

    def __init__(self, report: MeetingReport) -> None:
        words = _("This is not possible now, and nothing was done. The report is: %(state)s.")
        super().__init__(words % {"state": report.get_state_display()})


class BegunAlready(BrokenRule):
    """A meeting has one report; another one corrects it."""

    def __init__(self) -> None:
        super().__init__(_("This meeting has its report already. Go on with that one, or correct it."))


class UnderWay(BrokenRule):
    """One round is gathered at a time."""

    def __init__(self) -> None:
        super().__init__(_("The content is being gathered already. This page shows how it ends."))


class NothingUnderWay(BrokenRule):
    """What is over cannot be stopped."""

    def __init__(self) -> None:
        super().__init__(_("Nothing is being gathered any more. This page shows how it ended."))


class ReasonNeeded(BrokenRule):
    """Nobody should have to guess why."""

    def __init__(self, field: str) -> None:
        super().__init__(_("Say why."), field=field)


class NothingToWaive(BrokenRule):
    """A waiver is for texts that somebody has seen to be wanting."""

    def __init__(self) -> None:
        super().__init__(_("No text is wanting in this language, or it was waived already."))


class SentToReviewBefore(BrokenRule):
    """What the other city has read stays."""

    def __init__(self) -> None:
        super().__init__(_("A report that was sent to review is not deleted."))
