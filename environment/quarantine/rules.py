from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class NoReasonGiven(BrokenRule):
    def __init__(self) -> None:
        super().__init__(_("Say why: the reason stays with the readings."), field="note")


class NothingChosen(BrokenRule):
    def __init__(self) -> None:
        super().__init__(_("Choose at least one reading of your city that waits for a decision."))
