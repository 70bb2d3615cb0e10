"""The rules of reporting and confirming, each broken one with its sentence."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.progress.models import ProgressUpdate
from committee.projects.indicators import Indicator
from committee.projects.models import Milestone
from committee.rules import BrokenRule

A_MONTH = datetime.timedelta(days=31)


class NotInThisState(BrokenRule):
    """The update has moved on since the member saw it, or was never where this act is possible."""

    def __init__(self, update: ProgressUpdate) -> None:
        state = {"state": update.printable_state}
        super().__init__(
            _("This is not possible now, and nothing was done. The update is: %(state)s.") % state
        )


def refuse_unless(update: ProgressUpdate, *states: str) -> None:
    """Let an act pass on an update in one of `states` that is not closed.

    Raises:
        NotInThisState: saying where it stands.
    """
    if update.state not in states or update.closed_at is not None:
        raise NotInThisState(update)


class PeriodToCome(BrokenRule):
    """A report on years to come is a slip, after which the city would not be reminded to report again."""

    def __init__(self, until: datetime.date) -> None:
        words = _("The period ends on %(day)s, more than a month from now. Correct it, then submit again.")
        super().__init__(words % {"day": date_format(until)})


def refuse_period_to_come(update: ProgressUpdate, today: datetime.date) -> None:
    """Let a report pass that is written a little before its period is over.

    Raises:
        PeriodToCome: naming the last day of the period.
    """
    if update.period_until > today + A_MONTH:
        raise PeriodToCome(update.period_until)


class ContentChanged(BrokenRule):
    """A confirmation is for what its giver has read, and for nothing else."""

    def __init__(self) -> None:
        super().__init__(
            _("The update changed after you had read it. Nothing was confirmed; please read it again.")
        )


class CommentNeeded(BrokenRule):
    """Nobody should have to guess why a report came back."""

    def __init__(self) -> None:
        super().__init__(_("Say in a comment what should be mended."), field="comment")


class MoreThanConfirmed(BrokenRule):
    """What was confirmed keeps its meaning: a text is neither emptied nor rewritten nor denied."""

    def __init__(self, field: str) -> None:
        super().__init__(
            _(
                "This changes more than the wording of what the other city confirmed: figures, a “not”, or "
                "more than a fifth of the text. Write a correction instead."
            ),
            field=field,
        )


class ProjectNotReleased(BrokenRule):
    """Nobody can answer a report on a project that he or she does not see."""

    def __init__(self) -> None:
        super().__init__(_("The other city does not see this project yet. Release the project first."))


class NothingCorrected(BrokenRule):
    """A correction that says the same would ask the other city to confirm what it has confirmed."""

    def __init__(self) -> None:
        super().__init__(
            _("This correction says the same as the update it corrects. Change it or delete it.")
        )


class CorrectedAlready(BrokenRule):
    """Two open corrections of one update would contradict each other."""

    def __init__(self) -> None:
        super().__init__(_("This update has a correction already. Go on with that one."))


class OfAnotherProject(BrokenRule):
    """An update speaks of its own project's milestones and indicators."""

    def __init__(self, part: Milestone | Indicator) -> None:
        super().__init__(_("“%(part)s” belongs to another project.") % {"part": str(part)})


class ConfirmedOtherwise(BrokenRule):
    """Two confirmed updates never say different things of one milestone, or of one indicator on one day."""

    def __init__(self, part: Milestone | Indicator) -> None:
        words = _("A confirmed update says something else of “%(part)s”. Correct that update first.")
        super().__init__(words % {"part": str(part)})
