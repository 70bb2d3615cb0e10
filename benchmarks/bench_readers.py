"""Twenty readers at once at every list of a large committee, under gunicorn, beside a bare Django page."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode

import django

DATABASES = ("postgresql",)

django.setup()

from django.conf import settings  # noqa: E402 - models and factories only after setup
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks.large_committee import enter_history, fill  # noqa: E402
from committee.members.models import Member  # noqa: E402
from committee.search.indexing import build  # noqa: E402

READERS = 20
SECONDS = 10.0
WORKERS = os.cpu_count() or 1
LISTS = [
    "project_list",
    "update_list",
    "commitment_list",
    "agreement_list",
    "meeting_list",
    "member_list",
    "post_list",
    "report_list",
    "document_list",
    "notice_list",
    "home",
]


@dataclass(frozen=True)
class Load:
    """What one address answered: milliseconds by request, and requests a second."""

    milliseconds: list[float]
    a_second: float

    @property
    def slowest_of_twenty(self) -> float:
        """The 95th percentile."""
        return statistics.quantiles(self.milliseconds, n=20)[-1]


@contextmanager
def served(application: str, **environment: str) -> Iterator[int]:
    """Serve an application by gunicorn with a worker a processor, and give the port."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
    words = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    words += [
        "--workers",
        str(WORKERS),
        "--worker-class",
        "gthread",
        "--threads",
        "4",
        "--log-level",
        "error",
    ]
    with subprocess.Popen(words, env={**os.environ, **environment}) as server:
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()


def read_at_once(port: int, address: str, cookie: str, seconds: float = SECONDS) -> Load:
    """Let READERS ask for an address again and again, each as soon as it was answered."""
    times: list[float] = []
    started = time.perf_counter()

    def read() -> None:
        line = http.client.HTTPConnection("127.0.0.1", port)
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
    return Load(times, len(times) / (time.perf_counter() - started))


def measure_lists(member: Member) -> tuple[Load, int]:
    """Print a line a list; return the load of the project list and its size in bytes."""
    client = Client()
    client.force_login(member, "committee.members.sign_in.MemberBackend")
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    addresses = [*map(reverse, LISTS), f"{reverse('search')}?{urlencode({'q': '환경'})}"]
    loads = []
    with served("committee.config.wsgi", DEMONSTRATION="0") as port:
        read_at_once(port, addresses[0], cookie, seconds=3)
        print(f"{'page':28}{'median, ms':>12}{'95th, ms':>10}{'a second':>10}")
        for address in addresses:
            load = read_at_once(port, address, cookie)
            loads.append(load)
            median = statistics.median(load.milliseconds)
            print(
                f"{address:28}{median:12.0f}{load.slowest_of_twenty:10.0f}{load.a_second:10.1f}", flush=True
            )
    return loads[0], len(client.get(addresses[0]).content)


def main() -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    print(f"{READERS} readers, {WORKERS} processors", flush=True)
    member = fill()
    build()
    enter_history()
    projects, size = measure_lists(member)
    with served("benchmarks.bare_page", BARE_PAGE_BYTES=str(size)) as port:
        read_at_once(port, "/", "", seconds=2)
        bare = read_at_once(port, "/", "")
    print(f"project list, {size:,} bytes: {projects.a_second:.1f} a second, bare page: {bare.a_second:.1f}")
    print(f"share of the bare page's rate: {projects.a_second / bare.a_second:.2f}")


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
