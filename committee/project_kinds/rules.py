"""The rules of kinds of projects."""

from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class GeneralStays(BrokenRule):
    """The general kind is what a project without another one is of."""

    def __init__(self) -> None:
        super().__init__(_("The general kind stays: it is for projects that are of no other kind."))


class PartInUse(BrokenRule):
    """A kind keeps the parts that its projects use."""

    def __init__(self, field: str) -> None:
        super().__init__(_("Projects of this kind use this part, so it stays."), field=field)


class NamedAlready(BrokenRule):
    """Projects were written of freely before; what they say of persons would stay."""

    def __init__(self) -> None:
        super().__init__(
            _("There are projects of this kind, of which anything could be written. Make a new kind."),
            field="figures_only",
        )


class FigureOfAnotherKind(BrokenRule):
    """A figure is limited, and an indicator fed, by a figure of the same kind."""

    def __init__(self, field: str) -> None:
        super().__init__(_("Choose a figure of the same kind of project."), field=field)
