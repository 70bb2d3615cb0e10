"""Somebody else who wants the same rows at the same time."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

only_with_row_locks = pytest.mark.skipif(
    not connection.features.has_select_for_update, reason="writers of the embedded database take turns"
)


class Thread(threading.Thread):
    """Does something in a connection of its own."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__(daemon=True)
        self._act = act

    def run(self) -> None:
        try:
            self._act()
        finally:
            connection.close()

    def start_and_wait_for_its_lock(self) -> None:
        """Return once it waits for what the present transaction has locked."""
        self.start()
        with connection.cursor() as cursor:
            waiting = 0
            while not waiting:
                assert self.is_alive(), "it ended without waiting"
                cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
                [waiting] = cursor.fetchone()
