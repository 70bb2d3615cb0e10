"""A form that is sent twice is acted on once: its first act keeps by what it was asked for."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import IntegrityError, transaction

from committee.history.models import HistoryEntry, SentForm

# Nobody presses a button twice in a day without having read what became of it.
KEPT_FOR = datetime.timedelta(days=1)
_digest: ContextVar[str] = ContextVar("digest_of_sent_form", default="")


class SentTwice(Exception):
    """The very form has led to an act already, so that nothing of the second one is kept."""


@contextmanager
def answering() -> Iterator[None]:
    """Forget afterwards what form was answered inside."""
    before = _digest.set("")
    try:
        yield
    finally:
        _digest.reset(before)


def name_form(digest: str) -> None:
    """Have the next act kept as what the form of this digest led to; '' for no form."""
    _digest.set(digest)


def keep_sent_form(entry: HistoryEntry) -> None:
    """Keep what the form being answered led to, in the transaction of the act.

    Raises:
        SentTwice: when it was sent before; of two at the same moment, the later one waits and finds out.
    """
    if not (digest := _digest.get()):
        return
    try:
        with transaction.atomic():
            SentForm.objects.create(digest=digest, entry=entry)
    except IntegrityError as sent_before:
        raise SentTwice from sent_before
    _digest.set("")


def forget_sent_forms(now: datetime.datetime) -> int:
    """Drop what can hardly be sent again; return how many."""
    forgotten, _by_model = SentForm.objects.filter(entry__at__lt=now - KEPT_FOR).delete()
    return forgotten
