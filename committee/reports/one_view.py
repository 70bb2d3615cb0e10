"""Reading the whole database as it stands at one moment, while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_view() -> Iterator[None]:
    """Let everything read inside be as it was when this began, whatever is saved meanwhile.

    Nothing may be written inside. Inside a transaction of the caller's it is that one that decides.
    """
    if connection.in_atomic_block:
        yield
        return
    with _beginning_to_read(), transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def _beginning_to_read() -> Iterator[None]:
    """SQLite's transactions begin with the write lock here; for one that reads nobody should wait."""
    if connection.vendor != "sqlite":
        yield
        return
    usual = connection.transaction_mode  # type: ignore[attr-defined]  # SQLite's alone
    connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        yield
    finally:
        connection.transaction_mode = usual  # type: ignore[attr-defined]
