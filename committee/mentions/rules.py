"""The rules of texts that mention members, each broken one with its sentence."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.rules import BrokenRule


class TooLong(BrokenRule):
    """What is said to others is read in one go."""

    def __init__(self, most: int) -> None:
        words = _("At most %(most)s characters fit here. Part the text in two.")
        super().__init__(words % {"most": number_format(most, force_grouping=True)}, field="text")


class TooManyNamed(BrokenRule):
    """Each name is looked up letter by letter; nobody writes fifty in earnest."""

    def __init__(self, most: int) -> None:
        words = _("At most %(most)s people are named by @ in one text. Pick the others from the list.")
        super().__init__(words % {"most": most}, field="text")
