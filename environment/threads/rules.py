from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule
from environment.threads.models import ThreadMessage


class ThreadIsClosed(BrokenRule):
    """What is closed takes nothing more; the sentence says who closed it."""

    def __init__(self, closing: ThreadMessage) -> None:
        super().__init__(
            _("%(who)s (%(city)s) closed this thread on %(when)s. It takes nothing more.")
            % {
                "who": closing.author,
                "city": closing.city,
                "when": f"{closing.sent_at:%Y-%m-%d %H:%M %Z}",
            }
        )


class WrittenByTheAuthor(BrokenRule):
    """A translation never takes the place of what the author wrote."""

    def __init__(self) -> None:
        super().__init__(_("The author wrote this message in that language; it is not translated into it."))
