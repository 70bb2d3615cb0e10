"""The rules of building an agenda, each broken one with its sentence."""

from django.utils.translation import gettext as _

from committee.rules import BrokenRule


class AgendaAgreed(BrokenRule):
    """What both cities agreed to does not change in one of them."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Both cities agreed to the agenda with this item. Open the agenda again to change it; "
                "a new item can be added at any time."
            )
        )


class MeetingOver(BrokenRule):
    """An agenda is not negotiated after the meeting."""

    def __init__(self) -> None:
        super().__init__(_("The meeting was held; its agenda is not changed any more."))


class ItemAnswered(BrokenRule):
    """The item moved on since the member saw it."""

    def __init__(self) -> None:
        super().__init__(_("This item was answered already. Nothing was done."))


class ItemChanged(BrokenRule):
    """An item is accepted as it was read."""

    def __init__(self) -> None:
        super().__init__(
            _("The item changed after you had read it. Nothing was accepted; please read it again.")
        )


class ReasonNeeded(BrokenRule):
    """Nobody should have to guess why something came back."""

    def __init__(self) -> None:
        super().__init__(_("Say why."), field="reason")


class NothingToAgreeTo(BrokenRule):
    """An empty agenda is no agenda."""

    def __init__(self) -> None:
        super().__init__(_("No item is accepted yet, so there is no agenda to agree to."))


class AgendaChanged(BrokenRule):
    """A city agrees to the agenda that it was shown."""

    def __init__(self) -> None:
        super().__init__(
            _("The agenda changed after you had read it. Nothing was agreed; please read it again.")
        )


class NotAgreed(BrokenRule):
    """There is nothing to open again."""

    def __init__(self) -> None:
        super().__init__(_("No city has agreed to the agenda."))


class AgreedWithoutIt(BrokenRule):
    """A city agrees to what it was shown."""

    def __init__(self) -> None:
        super().__init__(
            _("A city agreed to the agenda after this item was withdrawn. Open the agenda again first.")
        )
