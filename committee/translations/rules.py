"""What may not be done with a translation, each rule by its name."""

from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class NothingToTranslate(BrokenRule):
    """A text is translated from a language that has it."""

    def __init__(self) -> None:
        super().__init__(_("No other language has this text yet."), field="texts")


class HoldsInThisLanguage(BrokenRule):
    """What is right as it stands is changed by who writes the record, not by asking for it."""

    def __init__(self) -> None:
        super().__init__(_("This text is there in this language and is up to date."), field="texts")


class NotInThisState(BrokenRule):
    """An act does not fit where a translation stands now."""

    def __init__(self, state: str) -> None:
        super().__init__(
            _("This is not possible any more: the translation is “%(state)s”.") % {"state": state}
        )


class TextChangedMeanwhile(BrokenRule):
    """Neither what was translated nor what stands in its place may change unseen."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The text was changed after it was translated. Nothing was saved in the record: "
                "look at both texts and translate again."
            )
        )


class TranslationChanged(BrokenRule):
    """Whoever checks has read the very words that are then saved."""

    def __init__(self) -> None:
        super().__init__(_("The translation was changed while you were reading it. Please read it again."))


class ReasonNeeded(BrokenRule):
    """A translation is given back with a reason."""

    def __init__(self) -> None:
        super().__init__(_("Say what is to be mended."), field="returned_because")


class TooLong(BrokenRule):
    """A translation fits into the field that it is for."""

    def __init__(self, most: int) -> None:
        super().__init__(_("This text has room for %(most)s characters.") % {"most": most}, field="text")


class HoldsAlready(BrokenRule):
    """Only a text that was left behind can be said to hold still."""

    def __init__(self) -> None:
        super().__init__(_("This text is not outdated any more."))
