"""PostgreSQL and Redis servers of one's own: on a free port, in a folder that goes away afterwards.

Usage: python -m tools.servers postgresql|redis -- COMMAND …
runs the command with DATABASE_URL or REDIS_URL set, and ends with its exit code.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS_TO_START = 30


class CannotStart(Exception):
    """A server is not installed or did not answer in time; the message says which."""


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
    return port


@contextmanager
def folder_of(user: str | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="committee-server-") as name:
        if user:
            shutil.chown(name, user)
        yield Path(name)


def wait_until(answers: Callable[[], bool], what: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not answers():
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            raise CannotStart(f"{what} does not answer:\n{log.read_text(encoding='utf-8', errors='replace')}")
        time.sleep(0.05)


def accepts(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def running(words: list[str], port: int, folder: Path, user: str | None = None) -> Iterator[None]:
    """Run a server until the block ends; it is asked to stop, then waited for."""
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd=folder, user=user
        )
    try:
        wait_until(lambda: accepts(port), Path(words[0]).name, process, log)
        yield
    finally:
        # PostgreSQL takes an interrupt to mean: end now, whoever is still connected.
        process.send_signal(signal.SIGINT)
        process.wait()


def postgresql_programs() -> Path:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if not folders:
        raise CannotStart("PostgreSQL is not installed (Debian: postgresql)")
    return folders[-1]


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Give the DATABASE_URL of an empty cluster that forgets everything when the block ends."""
    programs = postgresql_programs()
    # PostgreSQL refuses to run as root; its package brings the user.
    user = "postgres" if os.geteuid() == 0 else None
    with folder_of(user) as folder:
        cluster, port = folder / "cluster", free_port()
        words = [str(programs / "initdb"), "--pgdata", str(cluster), "--username=committee", "--auth=trust"]
        words += ["--encoding=UTF8", "--no-locale", "--no-sync"]
        subprocess.run(words, user=user, cwd=folder, stdout=subprocess.DEVNULL, check=True)
        options = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": folder}
        # Nothing in it needs to outlive a crash.
        options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        words = [str(programs / "postgres"), "-D", str(cluster)]
        words += [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        with running(words, port, folder, user):
            yield f"postgres://committee@127.0.0.1:{port}/postgres"


@contextmanager
def redis_server() -> Iterator[str]:
    """Give the REDIS_URL of an empty server that keeps nothing."""
    program = shutil.which("redis-server")
    if not program:
        raise CannotStart("Redis is not installed (Debian: redis-server)")
    with folder_of(None) as folder:
        port = free_port()
        words = [program, "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]
        with running(words, port, folder):
            yield f"redis://127.0.0.1:{port}/0"


SERVERS = {"postgresql": ("DATABASE_URL", postgresql_server), "redis": ("REDIS_URL", redis_server)}


def main(kind: str, words: list[str]) -> int:
    name, server = SERVERS[kind]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Asked to end."))
    with server() as address:
        return subprocess.run(words, env=os.environ | {name: address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[3:]))
