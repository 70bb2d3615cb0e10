"""Twenty readers at once at every list of a large committee, under gunicorn, beside bare Django pages."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import django

DATABASES = ("postgresql",)

django.setup()

from django.conf import settings  # noqa: E402 - models and factories only after setup
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks.around_projects import Surroundings  # noqa: E402
from benchmarks.large_committee import enter_history, fill  # noqa: E402
from benchmarks.stopwatch import database_server, worked_by  # noqa: E402
from committee.members.models import Member  # noqa: E402
from committee.search.indexing import build  # noqa: E402

READERS = 20
SECONDS = 6.0
PROCESSORS = os.cpu_count() or 1
# A page is work throughout: threads of one process wait for each other, and some readers wait longest.
WORKERS = 2 * PROCESSORS
LISTS = [
    "project_list",
    "update_list",
    "commitment_list",
    "agreement_list",
    "meeting_list",
    "member_list",
    "post_list",
    "report_list",
    "library",
    "follow_up_list",
    "event_list",
    "study_list",
    "minutes_list",
    "delegation_list",
    "translation_list",
    "subcommittee_list",
    "notice_list",
    "home",
]


@dataclass(frozen=True)
class Load:
    """What one address answered, by request; requests a second, and what one of them cost.

    Args:
        waited: milliseconds from a reader's question to the end of the answer, the queue included.
        on_server: milliseconds from a worker's taking up the request to its answer.
        worked: milliseconds of processors for a request, of the web server and the database together.
    """

    waited: list[float]
    on_server: list[float]
    a_second: float
    worked: float


def slowest_of_twenty(milliseconds: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(milliseconds, n=20)[-1]


@dataclass(frozen=True)
class Served:
    """A web server: its port, the processes that work for it, and where it writes how long it took."""

    port: int
    processes: list[int]
    log: Path

    def times(self) -> list[float]:
        """The milliseconds of every request answered so far."""
        return [int(microseconds) / 1000 for microseconds in self.log.read_text("ascii").split()]

    def worked(self) -> float:
        return sum(map(worked_by, self.processes))


@contextmanager
def served(application: str, **environment: str) -> Iterator[Served]:
    """Serve an application by gunicorn as the README says."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
    words = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    words += ["--workers", str(WORKERS), "--log-level", "error", "--access-logformat", "%(D)s"]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "times"
        words += ["--access-logfile", str(log)]
        with subprocess.Popen(words, env={**os.environ, **environment}) as server:
            try:
                _wait_for(port)
                yield Served(port, [server.pid, database_server()], log)
            finally:
                server.terminate()


def read_at_once(site: Served, address: str, cookie: str, seconds: float = SECONDS) -> Load:
    """Let READERS ask for an address again and again, each as soon as it was answered."""
    times: list[float] = []
    before = len(site.times())
    started, worked = time.perf_counter(), site.worked()

    def read() -> None:
        line = http.client.HTTPConnection("127.0.0.1", site.port)
        while time.perf_counter() - started < seconds:
            asked = time.perf_counter()
            line.request("GET", address, headers={"Cookie": cookie, "Accept-Language": "en"})
            answer = line.getresponse()
            answer.read()
            assert answer.status == 200, f"{address}: {answer.status}"
            times.append(1000 * (time.perf_counter() - asked))
        line.close()

    readers = [threading.Thread(target=read) for _reader in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    taken = time.perf_counter() - started
    worked = 1000 * (site.worked() - worked) / len(times)
    return Load(times, site.times()[before:], len(times) / taken, worked)


def measure_lists(member: Member) -> tuple[Load, str]:
    """Print a line a list; return the load of the project list and its page."""
    client = Client()
    client.force_login(member, "committee.members.sign_in.MemberBackend")
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    addresses = [*map(reverse, LISTS), f"{reverse('search')}?{urlencode({'q': '환경'})}"]
    loads = []
    with served("committee.config.wsgi", DEMONSTRATION="0") as site:
        read_at_once(site, addresses[0], cookie, seconds=3)
        print(f"{'':28}{'on the server':^24}{'readers wait':^24}")
        print(f"{'page':28}{'median, ms':>12}{'95th, ms':>12}", end="")
        print(f"{'median, ms':>12}{'95th, ms':>12}{'a second':>10}{'work, ms':>10}")
        for address in addresses:
            load = read_at_once(site, address, cookie)
            loads.append(load)
            print(line_of(address, load), flush=True)
    return loads[0], client.get(addresses[0]).text


def compare(projects: Load, name: str, application: str, **environment: int) -> None:
    """Print how the list of projects stands beside a page without a database."""
    bare = measure_bare(application, **environment)
    print(line_of(name, bare))
    print(f"    project list: {projects.a_second / bare.a_second:.2f} of its rate, ", end="")
    print(f"{projects.worked / bare.worked:.1f} times its work", flush=True)


def line_of(name: str, load: Load) -> str:
    times = [
        part(times)
        for times in (load.on_server, load.waited)
        for part in (statistics.median, slowest_of_twenty)
    ]
    return f"{name:28}{''.join(f'{each:12.0f}' for each in times)}{load.a_second:10.1f}{load.worked:10.1f}"


def size_of(page: str) -> dict[str, int]:
    """Return the rows, cells and bytes of `page`, as the bare page takes them."""
    rows = page.count("<tr>")
    cells = (page.count("<td") + page.count("<th ")) // rows
    return {"BARE_PAGE_BYTES": len(page.encode()), "BARE_PAGE_ROWS": rows, "BARE_PAGE_CELLS": cells}


def measure_bare(application: str, **environment: int) -> Load:
    """Return the load of the one page of an application without a database."""
    with served(application, **{name: str(value) for name, value in environment.items()}) as site:
        read_at_once(site, "/", "", seconds=2)
        return read_at_once(site, "/", "")


def main() -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    print(f"{READERS} readers, {PROCESSORS} processors, {WORKERS} workers", flush=True)
    member = fill()
    Surroundings(member).enter()
    build()
    enter_history()
    projects, page = measure_lists(member)
    compare(projects, f"bare page, {len(page.encode()):,} bytes", "benchmarks.bare_page", **size_of(page))
    compare(projects, "same template, no queries", "benchmarks.same_template", SAME_TEMPLATE_READER=member.pk)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


if __name__ == "__main__":
    main()
