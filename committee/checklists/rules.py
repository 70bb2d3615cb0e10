"""What may not be done with a checklist, each rule by its name."""

from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class DrawnUpAlready(BrokenRule):
    """A meeting's checklist is drawn up once; steps are added to it one by one."""

    def __init__(self) -> None:
        super().__init__(_("This meeting has a checklist already."))


class NoTemplate(BrokenRule):
    """Without a row in the template there is nothing to draw up."""

    def __init__(self) -> None:
        super().__init__(_("The checklist template is empty. Enter its tasks first."))


class TemplateNotEmpty(BrokenRule):
    """The usual tasks are entered into an empty template only."""

    def __init__(self) -> None:
        super().__init__(_("The checklist template has tasks already."))


class MeetingHeld(BrokenRule):
    """What was to be done before a meeting that was held is no longer drawn up."""

    def __init__(self) -> None:
        super().__init__(_("This meeting has been held already."))


class DoneAlready(BrokenRule):
    """The first one who did a step is the one who did it."""

    def __init__(self) -> None:
        super().__init__(_("This step is done already."))


class DoneInTheFuture(BrokenRule):
    """What is done was done today or before."""

    def __init__(self) -> None:
        super().__init__(_("This day has not come yet."), field="done_on")


class NotDone(BrokenRule):
    """Only a step that is done can be opened again."""

    def __init__(self) -> None:
        super().__init__(_("This step is not done."))
