"""What may not be done with a commitment, each rule by its name."""

from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class ArticleOfAnotherAgreement(BrokenRule):
    """A commitment rests on an article of its own agreement."""

    def __init__(self) -> None:
        super().__init__(_("This article belongs to another agreement."), field="article")


class AlreadySettled(BrokenRule):
    """A commitment is settled once; to settle it otherwise it is opened again first."""

    def __init__(self) -> None:
        super().__init__(_("This commitment has been settled already. Open it again first."))


class StillOpen(BrokenRule):
    """Only a settled commitment can be opened again."""

    def __init__(self) -> None:
        super().__init__(_("This commitment is open."))


class NotASettlement(BrokenRule):
    """A commitment ends as kept or as released."""

    def __init__(self) -> None:
        super().__init__(_("Choose whether it was kept or released."), field="state")


class SettledInTheFuture(BrokenRule):
    """Nobody knows today what will have been kept tomorrow."""

    def __init__(self) -> None:
        super().__init__(_("This day has not come yet."), field="settled_on")


class SettledBeforeItWasSigned(BrokenRule):
    """A promise cannot have been kept before it was made."""

    def __init__(self) -> None:
        super().__init__(_("The agreement was signed after this day."), field="settled_on")
