"""Run web, worker and schedule together, as one: what `make run` ends in.

They live in this process's group and die with it, even when it is killed; when one of the three
ends by itself, the other two are stopped and this ends with an error.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from committee.config.environment import EMBEDDED_DATABASE, STATE_FOLDER

HOST = "127.0.0.1"
SIGN_INS = STATE_FOLDER / "demonstration-sign-ins.txt"
SECONDS_TO_END = 10
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36

# On SQLite one process suffices: writers wait for each other anyway.
WEB_PROCESSES = 1 if EMBEDDED_DATABASE else 3

Stop = Callable[[], bool]


def commands(port: int) -> dict[str, list[str]]:
    celery = [sys.executable, "-m", "celery", "--app", "committee.config.celery:app"]
    return {
        "web": [
            *(sys.executable, "-m", "gunicorn", "committee.config.wsgi"),
            *("--bind", f"{HOST}:{port}", "--workers", str(WEB_PROCESSES), "--threads", "8"),
            *("--timeout", "60", "--log-level", "warning", "--no-control-socket"),
        ],
        "worker": [
            *(*celery, "--quiet", "worker", "--concurrency", "2", "--loglevel", "WARNING"),
            *("--without-gossip", "--without-mingle"),
        ],
        "schedule": [
            *(*celery, "--quiet", "beat", "--loglevel", "WARNING"),
            *("--schedule", str(STATE_FOLDER / "schedule"), "--pidfile", ""),
        ],
    }


def refuse_taken_port(port: int) -> None:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, port))
        except OSError as error:
            sys.exit(f"Port {port}: {error.strerror}. Choose another one, such as make run PORT={port + 1}")


def die_with_parent(parent: int) -> None:
    """Ask the kernel, in a child about to start, to end it when this process ends in whatever way."""
    # SIGQUIT ends gunicorn and Celery at once; an unfinished report is taken up at the next start.
    # A shell that starts us in the background has told us to ignore it.
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)
    if os.getppid() != parent:
        os._exit(1)


def start(port: int) -> dict[str, subprocess.Popen[bytes]]:
    parent = os.getpid()
    # Threads do not exist yet, so running Python between fork and exec is safe here.
    return {
        name: subprocess.Popen(words, stdin=subprocess.DEVNULL, preexec_fn=lambda: die_with_parent(parent))
        for name, words in commands(port).items()
    }


def stop(running: dict[str, subprocess.Popen[bytes]]) -> None:
    """Ask politely, then less so; return when all have ended."""
    for signal_number in (signal.SIGTERM, signal.SIGQUIT, signal.SIGKILL):
        alive = [process for process in running.values() if process.poll() is None]
        for process in alive:
            process.send_signal(signal_number)
        deadline = time.monotonic() + SECONDS_TO_END
        for process in alive:
            with_patience(process, deadline)


def adopt_orphans() -> None:
    """Ask the kernel to make this process the parent of what its children leave behind."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1)


def end_orphans() -> None:
    """End what was left behind, such as the worker's pool when the worker itself crashed."""
    own = os.getpid()
    children = Path(f"/proc/{own}/task/{own}/children")
    while orphans := children.read_text(encoding="ascii").split():
        for orphan in map(int, orphans):
            os.kill(orphan, signal.SIGKILL)
            os.waitpid(orphan, 0)


def with_patience(process: subprocess.Popen[bytes], deadline: float) -> None:
    try:
        process.wait(timeout=max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        print(f"Process {process.pid} takes its time to end.", flush=True)


def answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=5).close()
    except urllib.error.HTTPError as answer:
        return answer.code < 500
    except OSError:
        return False
    return True


def welcome(port: int, sign_ins: Path) -> None:
    print(f"\nThe committee tracker answers on http://{HOST}:{port}\n", flush=True)
    if sign_ins.exists():
        print(sign_ins.read_text(encoding="utf-8"), flush=True)
    print("Ctrl-C stops web, worker and schedule together.", flush=True)


@contextmanager
def stop_signals() -> Iterator[Stop]:
    """Give a question: has anybody asked this process to end?"""
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, note)
    yield lambda: bool(asked)


def watch(running: dict[str, subprocess.Popen[bytes]], port: int, asked_to_stop: Stop) -> str | None:
    """Wait until asked to stop (None) or until one has ended by itself (its name and how)."""
    greeted = False
    while not asked_to_stop():
        for name, process in running.items():
            if process.poll() is not None:
                return f"The {name} process ended by itself, with {process.returncode}."
        if not greeted and answers(port):
            welcome(port, SIGN_INS)
            greeted = True
        time.sleep(0.2)
    return None


def main(port: int) -> str | None:
    refuse_taken_port(port)
    os.environ.setdefault("SITE_ADDRESS", f"http://{HOST}:{port}")
    adopt_orphans()
    with stop_signals() as asked_to_stop:
        running = start(port)
        try:
            reason = watch(running, port, asked_to_stop)
        finally:
            stop(running)
            end_orphans()
    print("Stopped.", flush=True)
    return reason


if __name__ == "__main__":
    sys.exit(main(int(os.environ.get("PORT", "8000"))))
