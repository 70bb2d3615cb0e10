"""What may not be done with a message, each rule by its name."""

from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class NothingSaid(BrokenRule):
    """A message of blanks says nothing."""

    def __init__(self) -> None:
        super().__init__(_("Write something first."), field="text")
