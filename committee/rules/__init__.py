"""What every broken rule has in common."""

from django.utils.functional import Promise


class BrokenRule(Exception):
    """A rule of the committee that an act would break; `message` says in words which and what to do.

    Args:
        message: translatable sentence for the reader.
        field: the form field it belongs to, if to one.
    """

    def __init__(self, message: str | Promise, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
