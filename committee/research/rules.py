"""The rules of joint research."""

from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class KindHasNoResearch(BrokenRule):
    """Only projects of a kind with joint research have institutes and studies."""

    def __init__(self) -> None:
        super().__init__(
            _("Projects of this kind have no joint research. Give the project another kind first.")
        )


class InstituteOfAnotherProject(BrokenRule):
    """A study is done by institutes of its own project."""

    def __init__(self) -> None:
        super().__init__(_("Choose institutes of the same project."), field="institutes")
