"""The rules of membership, each broken one with its sentence."""

from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class LocksOneselfOut(BrokenRule):
    """Somebody of the secretariat takes away his or her own way in, or own post."""

    def __init__(self) -> None:
        super().__init__(_("You would lock yourself out. Ask somebody else of your secretariat to do this."))
