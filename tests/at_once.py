"""Several acts at the same moment, each over a connection of its own."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection

from committee.rules import BrokenRule


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do the acts in threads that start together; return the results, broken rules among them."""
    start = threading.Barrier(len(acts))
    results: list[Any] = [None] * len(acts)

    def do(place: int, act: Callable[[], Any]) -> None:
        start.wait()
        try:
            results[place] = act()
        except BrokenRule as rule:
            results[place] = rule
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
