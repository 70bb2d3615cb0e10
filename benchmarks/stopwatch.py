"""Time by the clock, and time that processors worked: other programs on the machine lengthen the first."""

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from django.db import connection

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


class Taken(NamedTuple):
    """Seconds by the clock, and those of processors: of this program and of its server process together."""

    seconds: float
    worked: float


def taken_by(act: Callable[[], object]) -> Taken:
    started, worked = time.perf_counter(), _worked()
    act()
    return Taken(time.perf_counter() - started, _worked() - worked)


def least_of(times: Iterable[Taken]) -> Taken:
    """Return the least of several times: other programs can only add to it."""
    seconds, worked = zip(*times, strict=True)
    return Taken(min(seconds), min(worked))


def median_of(times: Iterable[Taken]) -> Taken:
    seconds, worked = zip(*times, strict=True)
    return Taken(median(seconds), median(worked))


def worked_by(process: int) -> float:
    """Return the seconds that a process and all it has started worked for until now."""
    try:
        started = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
        return _of_process(process) + sum(map(worked_by, map(int, started)))
    except (FileNotFoundError, ProcessLookupError):
        return 0.0  # It has just ended, and is counted with its parent.


def database_server() -> int:
    """Return the process of the PostgreSQL server, whose children answer the connections."""
    connection.ensure_connection()
    return int(_status(connection.connection.info.backend_pid)[1])


def _worked() -> float:
    return time.process_time() + (_of_server() if connection.vendor == "postgresql" else 0.0)


def _of_server() -> float:
    connection.ensure_connection()
    return _of_process(connection.connection.info.backend_pid)


def _of_process(process: int) -> float:
    """With the children that have ended and were waited for."""
    return sum(int(ticks) for ticks in _status(process)[11:15]) / TICKS_A_SECOND


def _status(process: int) -> list[str]:
    """Return the fields of a process's status from its state on; its name may hold blanks."""
    status = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    return status.rpartition(") ")[2].split()
