"""The rules of reviews, each broken one with its sentence."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committee.rules import BrokenRule


class ContentChanged(BrokenRule):
    """An approval is of what its giver has read, and of nothing else."""

    def __init__(self) -> None:
        super().__init__(
            _("The content in review is another one than you have read. Nothing was approved; read it again.")
        )


class CommentsOpen(BrokenRule):
    """Nobody approves over a comment that is not settled."""

    def __init__(self, open_comments: int) -> None:
        words = ngettext(
            "%(comments)s comment is still open. The report is approved once each one is settled.",
            "%(comments)s comments are still open. The report is approved once each one is settled.",
            open_comments,
        )
        super().__init__(words % {"comments": open_comments})


class NoSuchSection(BrokenRule):
    """A comment is on a section that the round has."""

    def __init__(self) -> None:
        super().__init__(_("The content in review has no such section."))


class SettledAlready(BrokenRule):
    """What is settled is answered no more."""

    def __init__(self) -> None:
        super().__init__(_("This comment is settled already."))
