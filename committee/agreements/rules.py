"""What may not be done with an agreement, each rule by its name."""

from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class FollowsItself(BrokenRule):
    """A chain of agreements has a first one."""

    def __init__(self) -> None:
        super().__init__(_("That agreement itself follows this one."), field="earlier")


class SignedBeforeTheEarlier(BrokenRule):
    """What changes an agreement comes after it."""

    def __init__(self) -> None:
        super().__init__(_("That agreement was signed after this one."), field="earlier")
