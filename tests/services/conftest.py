import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from committee.config.settings import PROJECT_FOLDER
from tests.conftest import not_here
from tests.migrated import copy_migrated_file
from tools.servers import CannotStart, redis_server

SECONDS_OF_PATIENCE = 60


def eventually(happens: Callable[[], bool], what: str) -> None:
    """Wait for another process; fail when it takes too long."""
    deadline = time.monotonic() + SECONDS_OF_PATIENCE
    while not happens():
        if time.monotonic() > deadline:
            pytest.fail(f"not within {SECONDS_OF_PATIENCE} s: {what}")
        time.sleep(0.02)


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    try:
        with redis_server() as address:
            yield address
    except CannotStart as reason:
        not_here(str(reason))


@pytest.fixture(params=["files", "redis"])
def queue(request) -> dict[str, str]:
    """The setting of one kind of queue: files in the state folder, or a Redis server."""
    if request.param == "files":
        return {}
    return {"REDIS_URL": request.getfixturevalue("redis_url")}


def database_url() -> str:
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    return f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"


@pytest.fixture
def surroundings(tmp_path, transactional_db, queue) -> dict[str, str]:
    """The environment of a process of the product that shares this test's database."""
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("REDIS_URL", "DATABASE_URL")
    }
    own = {
        "DJANGO_SETTINGS_MODULE": "committee.config.settings",
        "DATABASE_URL": database_url(),
        "STATE_FOLDER": str(tmp_path),
        "SECRET_KEY": "only for tests",
    }
    return inherited | own | queue


@pytest.fixture
def run(surroundings):
    """Give a function: run a Python module to its end in the product's surroundings."""

    def run_module(*words: str, **settings: str) -> None:
        subprocess.run(
            [sys.executable, "-m", *words],
            cwd=PROJECT_FOLDER,
            env=surroundings | settings,
            stdin=subprocess.DEVNULL,
            check=True,
        )

    return run_module


@pytest.fixture
def worker(surroundings, tmp_path):
    """Give a context manager: a worker process, ready for tasks; `kill` ends it as a power cut would."""

    @contextmanager
    def start(**settings: str) -> Iterator[Callable[[], None]]:
        log = tmp_path / "worker.log"
        words = ["celery", "--app", "committee.config.celery:app", "worker", "--concurrency", "1"]
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", *words, "--loglevel", "INFO"],
                cwd=PROJECT_FOLDER,
                env=surroundings | settings,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

        def kill() -> None:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

        try:
            eventually(lambda: process.poll() is not None or " ready." in log.read_text(), "a worker")
            assert process.poll() is None, log.read_text()
            yield kill
        finally:
            kill()

    return start


def product_alone(state_folder: Path, **settings: str) -> dict[str, str]:
    """The environment of a process of the product with a database and a queue of its own."""
    others = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY")
    inherited = {name: value for name, value in os.environ.items() if name not in others}
    return inherited | {"STATE_FOLDER": str(state_folder), "DEMONSTRATION": "false"} | settings


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Path:
    """A state folder as `make run` leaves it before it serves, without a demonstration."""
    folder = tmp_path_factory.mktemp("prepared")
    copy_migrated_file(folder / "db.sqlite3")
    words = [sys.executable, "-m", "tools.prepare"]
    subprocess.run(words, cwd=PROJECT_FOLDER, env=product_alone(folder), check=True)
    return folder


@pytest.fixture
def supervisor(prepared, tmp_path) -> Iterator[Callable[[int], tuple[subprocess.Popen, Path]]]:
    """Give a function: start web, worker and schedule as `make run` does; wait until the web answers."""
    started = []

    def start(port: int) -> tuple[subprocess.Popen, Path]:
        log = tmp_path / "serve.log"
        shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "tools.serve"],
                cwd=PROJECT_FOLDER,
                env=product_alone(tmp_path, PORT=str(port)),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        started.append(process)
        eventually(lambda: process.poll() is not None or "answers on" in log.read_text(), "the web's answer")
        return process, log

    yield start
    for process in started:
        if group_lives(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
