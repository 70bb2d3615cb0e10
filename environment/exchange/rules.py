"""What the exchange refuses."""

from collections.abc import Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule
from environment.measurements.reasons import reason_in_words
from environment.sources.files import UnreadableFile

# More names than this would fill a page.
MOST_NAMED = 5


class Revoked(BrokenRule):
    """A machine account that was revoked gets no new keys; another one is made instead."""

    def __init__(self) -> None:
        super().__init__(_("This machine account was revoked. Enter a new one instead."))


class UnsafeAddress(BrokenRule):
    """Receipts are sent to public addresses over HTTPS alone."""

    def __init__(self) -> None:
        super().__init__(
            _("Give an address that starts with https:// and names a host that is reached from anywhere."),
            field="webhook_url",
        )


class KeyUsedOtherwise(BrokenRule):
    """The same idempotency key came with another content before."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This Idempotency-Key was used for a delivery with another content. "
                "Nothing was changed: send another delivery under a key of its own."
            )
        )


class ClockDecidedBefore(BrokenRule):
    def __init__(self) -> None:
        super().__init__(_("This delivery is held no more: somebody decided meanwhile."))


class NoReasonForClock(BrokenRule):
    def __init__(self) -> None:
        super().__init__(_("Say why: the reason stays with the delivery."), field="note")


class NothingRecognised(BrokenRule):
    """No known format fits a file that was handed over."""

    def __init__(self, unreadable: Sequence[UnreadableFile]) -> None:
        named = "; ".join(f"{file.name}: {reason_in_words(file.reason)}" for file in unreadable[:MOST_NAMED])
        words = gettext(
            "Nothing was kept, because it does not tell its format (%(files)s). Choose the format yourself."
        )
        super().__init__(words % {"files": named or reason_in_words("no-files")}, field="source")


class TooManyKinds(BrokenRule):
    """An archive whose files are of several formats, and too many to be deliveries of their own."""

    def __init__(self, files: int, most: int) -> None:
        words = gettext(
            "The archive holds %(files)d files of several formats; at most %(most)d are kept apart. "
            "Hand over one archive for each format."
        )
        super().__init__(words % {"files": files, "most": most}, field="file")
