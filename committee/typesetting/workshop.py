"""Lays out several parts at once, each in a process of its own, as many as there are cores."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from tempfile import TemporaryDirectory

from committee.typesetting.jobs import Job, Refusal, work_at
from committee.typesetting.sheets import Sheets

MOST_TYPESETTERS = 4
SECONDS_BETWEEN_LOOKS = 0.5
HOUSE = Path(__file__).parents[2]
Look = Callable[[], None]
Done = tuple[str, Sheets]


class NotLaidOut(Exception):
    """A part that the engine refused, or whose process ended; the message says why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(reason)
        self.name = name


@dataclass
class Typesetter:
    """One process at work; `at` is the name of the part it has in hand."""

    process: subprocess.Popen[bytes]
    connection: "Connection[Job, Sheets | Refusal]"
    at: str = ""


def lay_out_here(jobs: Iterable[Job], look: Look) -> Iterator[Done]:
    """Yield each part's name and pages, one after the other: for what is done before a process starts."""
    for job in jobs:
        look()
        yield job.name, _pages_of(job.name, work_at(job))


def lay_out_together(jobs: Iterable[Job], look: Look, at_once: int | None = None) -> Iterator[Done]:
    """Yield each part's name and pages as soon as they are laid out, in no certain order.

    Args:
        jobs: may be made while others are at work: the next one is asked for when somebody is free.
        look: called about twice a second; what it raises stops the work at once.

    Raises:
        NotLaidOut: for the first part that cannot be laid out; the others are given up.
    """
    waiting, at_once = iter(jobs), at_once or _cores()
    free, busy = list[Typesetter](), list[Typesetter]()
    with ExitStack() as house:
        while True:
            while len(busy) < at_once and (job := next(waiting, None)):
                busy.append(_given(free.pop() if free else house.enter_context(_hired()), job))
                look()
            if not busy:
                return
            ready = wait([each.connection for each in busy], SECONDS_BETWEEN_LOOKS)
            look()
            for done in [each for each in busy if each.connection in ready]:
                busy.remove(done)
                yield done.at, _received(done)
                free.append(done)


def _cores() -> int:
    return min(MOST_TYPESETTERS, len(os.sched_getaffinity(0)))


def _given(typesetter: Typesetter, job: Job) -> Typesetter:
    typesetter.at = job.name
    typesetter.connection.send(job)
    return typesetter


def _received(typesetter: Typesetter) -> Sheets:
    try:
        return _pages_of(typesetter.at, typesetter.connection.recv())
    except (EOFError, ConnectionError):
        ended = typesetter.process.wait()
        raise NotLaidOut(typesetter.at, f"The process ended with {ended}.") from None


def _pages_of(name: str, result: Sheets | Refusal) -> Sheets:
    if isinstance(result, Refusal):
        raise NotLaidOut(name, result.reason)
    return result


@contextmanager
def _hired() -> Iterator[Typesetter]:
    """Start one process; `multiprocessing` may start none below those of a Celery worker.

    It writes into a folder of its own, which goes with it: one that is ended cannot clear up.
    """
    ours, theirs = Pipe()
    command = [sys.executable, "-m", "committee.typesetting.typesetter", str(theirs.fileno())]
    with (
        TemporaryDirectory(prefix="typesetter-", ignore_cleanup_errors=True) as folder,
        subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            cwd=HOUSE,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": folder},
        ) as process,
    ):
        theirs.close()
        try:
            yield Typesetter(process, ours)
        finally:
            ours.close()
            process.kill()
