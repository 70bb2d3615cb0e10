"""Searching 10,000 projects and 100,000 updates, beside looking through their texts."""

import datetime
import random
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

from committee.languages.models import containing  # noqa: E402
from committee.members.models import Member, Role  # noqa: E402
from committee.models import ProgressUpdate, Project, SearchEntry  # noqa: E402
from committee.search.indexing import build  # noqa: E402
from committee.search.query import parse  # noqa: E402
from tests.factories.city import beijing, seoul  # noqa: E402
from tests.factories.member import member_with  # noqa: E402
from tests.factories.project_kind import general_kind  # noqa: E402
from tests.factories.subcommittee import SubcommitteeFactory  # noqa: E402

PROJECTS, UPDATES = 10_000, 100_000
A_BATCH = 2_000
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
SYLLABLES, CHARACTERS = "가나다라마바사아자차카타파하고노도로모보", "春夏秋冬东西南北天地人和水火木金土日月星"


class Writer:
    """Writes texts whose words are as unequally frequent as words are; the same on each run."""

    def __init__(self) -> None:
        self._chance = random.Random(4)
        self._korean = [
            "환경",
            "협력",
            "서울",
            "베이징",
            "핫라인",
            "대기질",
            *self._made(SYLLABLES),
        ]
        self._chinese = ["环境", "合作", "首尔", "北京", "热线", "空气", *self._made(CHARACTERS)]
        self._english = ["environment", "forum", "hotline", *(f"word{number}" for number in range(2000))]

    def korean(self, words: int) -> str:
        return " ".join(self._some(self._korean, words))

    def chinese(self, words: int) -> str:
        return "".join(self._some(self._chinese, words))

    def english(self, words: int) -> str:
        return " ".join(self._some(self._english, words))

    def _made(self, characters: str) -> list[str]:
        return ["".join(self._chance.choices(characters, k=2)) for _word in range(1500)]

    def _some(self, words: list[str], number: int) -> list[str]:
        # The first one stands in every second text of 25 words, the tenth in every twelfth.
        return [words[int(len(words) * self._chance.random() ** 2)] for _word in range(number)]


def fill() -> Member:
    """Enter the projects and their updates; return who searches, a member that may not see every draft."""
    write = Writer()
    reader: Member = member_with(Role.SECRETARIAT, seoul())
    subcommittees = [SubcommitteeFactory(code=code) for code in ("environment", "economy")]
    cities = [seoul(), beijing()]
    authors = [member_with(Role.CONTRIBUTOR, city, subcommittees[0]) for city in cities]
    kind = general_kind()

    def project(number: int) -> Project:
        return Project(
            subcommittee=subcommittees[number % 2],
            kind=kind,
            title_ko=write.korean(4),
            title_zh_hans=write.chinese(5),
            title_en=f"{write.english(5)} {'희귀어 稀有' if number % 2000 == 0 else ''}",
            summary_ko=write.korean(20),
            summary_zh_hans=write.chinese(20),
            summary_en=write.english(20),
            starts_on=datetime.date(2018, 4, 1) + datetime.timedelta(days=number % 1000),
        )

    projects = Project.objects.bulk_create(map(project, range(PROJECTS)), batch_size=A_BATCH)

    def update(number: int) -> ProgressUpdate:
        return ProgressUpdate(
            project=projects[number % PROJECTS],
            city=cities[number % 2],
            answering_city=cities[1 - number % 2],
            author=authors[number % 2],
            period_from=datetime.date(2019, 1, 1),
            period_until=datetime.date(2019, 6, 30) + datetime.timedelta(days=number % 500),
            course=ProgressUpdate.Course.ON_TRACK,
            narrative_ko=write.korean(25),
            narrative_zh_hans=write.chinese(25),
            narrative_en=write.english(20),
        )

    for first in range(0, UPDATES, A_BATCH):
        ProgressUpdate.objects.bulk_create(map(update, range(first, first + A_BATCH)))
    return reader


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
