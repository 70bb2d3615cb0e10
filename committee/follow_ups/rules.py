"""The rules of following decisions up, each broken one with its sentence."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from committee.languages.sentences import in_a_row
from committee.rules import BrokenRule


class NoActions(BrokenRule):
    """Actions follow from a decision that asks for some."""

    def __init__(self) -> None:
        super().__init__(
            _("This decision became something else than an action. Change what became of it first.")
        )


class HasActions(BrokenRule):
    """A decision with actions has become these."""

    def __init__(self) -> None:
        super().__init__(_("The decision has actions. Delete them first."), field="kind")


class OwnerAndDateNeeded(BrokenRule):
    """A closed meeting leaves nothing that nobody sees to."""

    def __init__(self) -> None:
        super().__init__(_("The meeting is closed: its actions keep a responsible person and a day."))


class DoneAlready(BrokenRule):
    """Somebody was faster."""

    def __init__(self) -> None:
        super().__init__(_("This action is done already."))


class StillOpen(BrokenRule):
    def __init__(self) -> None:
        super().__init__(_("This action is still open."))


class DoneInTheFuture(BrokenRule):
    def __init__(self) -> None:
        super().__init__(_("An action cannot be done on a day to come."), field="done_on")


class NotHeld(BrokenRule):
    """Only what took place can be finished."""

    def __init__(self) -> None:
        super().__init__(_("Only a meeting that was held can be closed."))


class NotReadyToClose(BrokenRule):
    """No meeting is closed while a decision lacks its outcome, or an action its owner or day."""

    def __init__(self, lacking: Sequence[str]) -> None:
        super().__init__(_("The meeting cannot be closed yet: %(lacking)s") % {"lacking": in_a_row(lacking)})


class NotClosed(BrokenRule):
    def __init__(self) -> None:
        super().__init__(_("The meeting is not closed."))
