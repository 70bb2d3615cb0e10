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


def _worked() -> float:
    return time.process_time() + (_of_server() if connection.vendor == "postgresql" else 0.0)


def _of_server() -> float:
    connection.ensure_connection()
    status = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text(encoding="ascii")
    # The name of a process, in brackets, may hold blanks.
    fields = status.rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND
