"""The rules of minutes, each broken one with its sentence."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _

from committee.languages.sentences import listed
from committee.languages.wording import suffix_of
from committee.minutes.models import Minutes
from committee.rules import BrokenRule


class NotInThisState(BrokenRule):
    """The minutes have moved on since the member saw them."""

    def __init__(self, minutes: Minutes) -> None:
        state = {"state": minutes.printable_state}
        super().__init__(
            _("This is not possible now, and nothing was done. The minutes are: %(state)s.") % state
        )


class WrittenAlready(BrokenRule):
    """A meeting has one set of minutes."""

    def __init__(self) -> None:
        super().__init__(_("This meeting has its minutes already. Go on with those."))


class NotHeldYet(BrokenRule):
    """Nothing can be written down of a meeting that was not held."""

    def __init__(self) -> None:
        super().__init__(_("Minutes are written once the meeting was held. Enter that first."))


class NothingWritten(BrokenRule):
    """There is nothing to circulate."""

    def __init__(self) -> None:
        super().__init__(_("These minutes have no section yet."))


class LanguageMissing(BrokenRule):
    """Both cities read the minutes in each language, or go without one by name."""

    def __init__(self, suffixes: Iterable[str]) -> None:
        names = {suffix_of(code): str(name) for code, name in settings.LANGUAGES}
        words = _(
            "Some sections are not written in: %(languages)s. Complete them, or say that you go without."
        )
        super().__init__(words % {"languages": listed(names[suffix] for suffix in suffixes)})


class AnswerTooEarly(BrokenRule):
    """Nobody answers on the day before being asked."""

    def __init__(self) -> None:
        super().__init__(_("The answer is asked by a day that has passed."), field="answer_by")


class SameAsBefore(BrokenRule):
    """A version that says the same would ask both cities for what they were asked already."""

    def __init__(self) -> None:
        super().__init__(_("Nothing has changed since the last version, which was taken back."))


class NotYetChanged(BrokenRule):
    """Accepting a remark is a promise to change the section."""

    def __init__(self, sections: Iterable[str]) -> None:
        words = _("A remark was accepted, but its section is still as it was: %(sections)s.")
        super().__init__(words % {"sections": listed(f"“{section}”" for section in sections)})


class RemarksOpen(BrokenRule):
    """Nobody agrees over a remark that has no answer."""

    def __init__(self) -> None:
        super().__init__(
            _("A remark is not answered yet. Both cities agree once each remark has its answer.")
        )


class TextChanged(BrokenRule):
    """An agreement is to what its giver has read, and to nothing else."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The meeting or one of its decisions was changed after the minutes were circulated. "
                "Nothing was agreed; the minutes are to be circulated again."
            )
        )


class ReasonNeeded(BrokenRule):
    """Nobody should have to guess why a remark was declined."""

    def __init__(self) -> None:
        super().__init__(_("Say why the remark is declined."), field="answer")


class RemarkedOn(BrokenRule):
    """Remarks are kept for ever, and so is the section they are on."""

    def __init__(self) -> None:
        super().__init__(_("A section with remarks is not deleted; its text can be emptied."))
