"""The rules of membership, each broken one with its sentence."""

from django.utils.translation import gettext_lazy as _

from committee.members.models import Post
from committee.rules import BrokenRule


class LocksOneselfOut(BrokenRule):
    """Somebody of the secretariat takes away his or her own way in, or own post."""

    def __init__(self) -> None:
        super().__init__(_("You would lock yourself out. Ask somebody else of your secretariat to do this."))


class PostTaken(BrokenRule):
    """Somebody holds the post in the same term, and the city gives it to one person at a time."""

    def __init__(self, held: Post) -> None:
        words = _("%(name)s holds this post in that term. End that term first, or appoint a deputy.")
        super().__init__(words % {"name": held.member}, field="held_from")


class NoAddress(BrokenRule):
    """Nobody is invited by mail without an e-mail address."""

    def __init__(self) -> None:
        super().__init__(_("No e-mail address is known. Enter one first, or make a sign-in link."))


class MailNotTaken(BrokenRule):
    """The mail server did not take an invitation."""

    def __init__(self, failure: str) -> None:
        super().__init__(_("The e-mail could not be sent: %(failure)s") % {"failure": failure})
