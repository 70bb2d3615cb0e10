"""Reading the whole database as it stands at one moment, while others go on writing."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from django.db import connection, transaction

# Calls the function it is given first with the arguments that follow.
Beside = Callable[..., None]


@contextmanager
def one_view() -> Iterator[Beside]:
    """Let everything read inside be as it was when this began, whatever is saved meanwhile.

    Nothing may be written inside but through what this yields: it calls a function on a connection of its
    own, which sees what was saved meanwhile. Inside a transaction of the caller's that one decides.
    """
    if connection.in_atomic_block:
        yield lambda write, *arguments: write(*arguments)
        return
    with _beginning_to_read(), ThreadPoolExecutor(max_workers=1) as others, transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield lambda *call: others.submit(_on_its_own, *call).result()


def _on_its_own(write: Callable[..., None], *arguments: object) -> None:
    """Call `write` in a thread, which has a connection of its own, and end that."""
    try:
        write(*arguments)
    finally:
        connection.close()


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
