"""Searching 10,000 projects and 100,000 updates, beside looking through their texts."""

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import django

DATABASES = ("sqlite", "postgresql")

django.setup()

from django.conf import settings  # noqa: E402 - models and factories only after setup
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks.large_committee import fill  # noqa: E402
from committee.languages.models import containing  # noqa: E402
from committee.members.models import Member  # noqa: E402
from committee.models import ProgressUpdate, Project, SearchEntry  # noqa: E402
from committee.search.indexing import build  # noqa: E402
from committee.search.query import parse  # noqa: E402

REPETITIONS = 7
# What is asked for, from a word in a few records to one in most of them.
WORDS = [
    "희귀어",
    "稀有",
    "핫라인",
    "热线",
    "환경",
    "环境",
    "환",
    "forum",
    "서울 热线 forum",
    '"환경 협력"',
]


def milliseconds(act: Callable[[], Any]) -> float:
    started = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - started)


def looked_through(words: str, reader: Member) -> None:
    """Count what the lists of projects and updates would find, and read a page of each."""
    texts = {"title", "summary"}, {"narrative", "next_steps"}
    records = Project.objects.all(), ProgressUpdate.objects.visible_to(reader)
    for found, names in zip(records, texts, strict=True):
        hits = found.filter(containing(words, *names))
        hits.count(), list(hits[:5])


def main() -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    reader = fill()
    seconds = milliseconds(build) / 1000
    print(f"{SearchEntry.objects.count():,} entries made in {seconds:.1f} s", flush=True)
    client = Client()
    client.force_login(reader, "committee.members.sign_in.MemberBackend")
    address = reverse("search")
    client.get(address)
    print(f"{'asked for':20}{'found':>9}{'page, ms':>10}{'worst':>8}{'looking through, ms':>22}{'ratio':>8}")
    for words in WORDS:
        found = SearchEntry.objects.containing(parse(words)).count()
        times = [milliseconds(partial(client.get, address, {"q": words})) for _time in range(REPETITIONS)]
        page, through = statistics.median(times), milliseconds(partial(looked_through, words, reader))
        print(
            f"{words:20}{found:9,}{page:10.0f}{max(times):8.0f}{through:22.0f}{page / through:8.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
