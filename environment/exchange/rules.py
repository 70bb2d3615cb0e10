"""What the exchange refuses."""

from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


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


class NothingRecognised(BrokenRule):
    """No known format fits the uploaded file."""

    def __init__(self) -> None:
        super().__init__(
            _("The format of this file is not known. Choose the source yourself."), field="source"
        )
