"""Web, worker and schedule together, as `make run` starts them."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from committee.config.settings import PROJECT_FOLDER
from tests.services.conftest import eventually, group_lives
from tools.servers import free_port

pytestmark = pytest.mark.services


def children_of(process):
    with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii") as children:
        return [int(child) for child in children.read().split()]


def test_an_interrupt_ends_all_of_it(supervisor):
    port = free_port()
    process, _log = supervisor(port)
    status = urllib.request.urlopen(f"http://127.0.0.1:{port}/en/").status

    os.killpg(process.pid, signal.SIGINT)

    assert (status, process.wait(timeout=30), group_lives(process.pid)) == (200, 0, False)


def test_when_one_ends_by_itself_the_others_end_with_an_error(supervisor):
    process, log = supervisor(free_port())
    _web, _worker, schedule = children_of(process)

    os.kill(schedule, signal.SIGTERM)

    assert (process.wait(timeout=30), group_lives(process.pid)) == (1, False)
    assert log.read_text().splitlines()[-1].startswith("The schedule process ended by itself")


def test_killed_it_leaves_nothing_running(supervisor):
    process, _log = supervisor(free_port())

    process.kill()
    process.wait()

    eventually(lambda: not group_lives(process.pid), "the end of web, worker and schedule")


def test_a_taken_port_is_refused_with_a_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        refused = subprocess.run(
            [sys.executable, "-m", "tools.serve"],
            cwd=PROJECT_FOLDER,
            env=os.environ | {"PORT": str(port)},
            capture_output=True,
            encoding="utf-8",
        )

    assert (refused.returncode, refused.stderr) == (
        1,
        f"Port {port}: Address already in use. Choose another one, such as make run PORT={port + 1}\n",
    )
