"""The rules of delegations, each broken one with its sentence."""

from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class AnnouncedAlready(BrokenRule):
    """What the other city was told stands; people are changed one by one."""

    def __init__(self) -> None:
        super().__init__(_("This delegation has been announced. Change its people one by one."))


class NobodyNamed(BrokenRule):
    """A delegation is announced with its head, so with somebody at least."""

    def __init__(self) -> None:
        super().__init__(_("Name the people of the delegation before it is announced."))


class HeadNeeded(BrokenRule):
    """A delegation always has its head as long as it has people."""

    def __init__(self) -> None:
        super().__init__(_("This is the head of the delegation. Make somebody else the head first."))


class LastOneStays(BrokenRule):
    """An announced delegation is not emptied."""

    def __init__(self) -> None:
        super().__init__(_("An announced delegation keeps at least its head."))


class NowhereToMove(BrokenRule):
    """The head stands first, and behind the last one there is no place."""

    def __init__(self) -> None:
        super().__init__(_("There is no place in that direction."))


class AnotherCitysMember(BrokenRule):
    """A city sends its own members."""

    def __init__(self) -> None:
        super().__init__(_("Choose a member of your own city."), field="member")


class NotBegun(BrokenRule):
    """Who was there is known once the meeting has begun."""

    def __init__(self) -> None:
        super().__init__(_("The meeting has not begun yet."))
