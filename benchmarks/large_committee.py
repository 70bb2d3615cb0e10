"""A committee with 10,000 projects, 100,000 updates and a million acts, the same on each run of a day."""

import datetime
import random
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from committee.members.models import Member, Role
from committee.models import HistoryEntry, LeadOrganisation, ProgressUpdate, Project, Subcommittee
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.project_kind import general_kind
from tests.factories.subcommittee import SubcommitteeFactory

PROJECTS, UPDATES, ACTS = 10_000, 100_000, 1_000_000
A_BATCH = 2_000
BEGINNING = datetime.datetime(2014, 1, 1, tzinfo=datetime.UTC)
# Each project is reported on every half-year, the last time lately.
ROUNDS, HALF_A_YEAR = UPDATES // PROJECTS, 182
TODAY = datetime.datetime.now(datetime.UTC)
SUBCOMMITTEES = ("economy", "culture", "education", "environment")
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
    """Enter the projects and their updates; return who reads, a member that may not see every draft."""
    write = Writer()
    reader: Member = member_with(Role.SECRETARIAT, seoul())
    subcommittees = [SubcommitteeFactory(code=code) for code in SUBCOMMITTEES]
    projects = _projects(write, subcommittees)
    _updates(write, projects, subcommittees[0])
    return reader


def _projects(write: Writer, subcommittees: list[Subcommittee]) -> list[Project]:
    """Enter the projects, each with a lead organisation in each city."""
    kind = general_kind()

    def project(number: int) -> Project:
        return Project(
            subcommittee=subcommittees[number % len(subcommittees)],
            kind=kind,
            title_ko=write.korean(4),
            title_zh_hans=write.chinese(5),
            title_en=f"{write.english(5)} {'희귀어 稀有' if number % 2000 == 0 else ''}",
            summary_ko=write.korean(20),
            summary_zh_hans=write.chinese(20),
            summary_en=write.english(20),
            starts_on=datetime.date(2018, 4, 1) + datetime.timedelta(days=number % 1000),
            state=Project.State.UNDER_WAY if number % 3 else Project.State.COMPLETED,
        )

    projects = Project.objects.bulk_create(map(project, range(PROJECTS)), batch_size=A_BATCH)
    leading = [
        LeadOrganisation(project=each, city=city, name_en=write.english(2), name_ko=write.korean(2))
        for each in projects
        for city in (seoul(), beijing())
    ]
    LeadOrganisation.objects.bulk_create(leading, batch_size=A_BATCH)
    return projects


def _updates(write: Writer, projects: list[Project], subcommittee: Subcommittee) -> None:
    """Enter the updates: the cities take turns to report on a project."""
    cities = [seoul(), beijing()]
    authors = [member_with(Role.CONTRIBUTOR, city, subcommittee) for city in cities]
    answerers = [member_with(Role.CO_LEAD, city, subcommittee) for city in reversed(cities)]

    def update(number: int) -> ProgressUpdate:
        half_years, project = divmod(number, PROJECTS)
        here = (half_years + project) % 2
        ended_at = TODAY - datetime.timedelta(
            days=HALF_A_YEAR * (ROUNDS - half_years) - project % (HALF_A_YEAR - 30)
        )
        return ProgressUpdate(
            project=projects[project],
            city=cities[here],
            answering_city=cities[1 - here],
            author=authors[here],
            period_from=ended_at.date() - datetime.timedelta(days=HALF_A_YEAR - 1),
            period_until=ended_at.date(),
            course=ProgressUpdate.Course.ON_TRACK,
            narrative_ko=write.korean(25),
            narrative_zh_hans=write.chinese(25),
            narrative_en=write.english(20),
            **_standing(number, ended_at, authors[here], answerers[here]),
        )

    for first in range(0, UPDATES, A_BATCH):
        ProgressUpdate.objects.bulk_create(map(update, range(first, first + A_BATCH)))


def enter_history() -> None:
    """Enter a million acts on the updates, on PostgreSQL, ten on each one."""
    kind = ContentType.objects.get_for_model(ProgressUpdate).pk
    names = "record_type_id, record_id, whole_type_id, whole_id, record_title, record_titles, verb, at"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO {HistoryEntry._meta.db_table} ({names}, by_id, version, changes, comment)
            SELECT %s, u.id, %s, u.id, 'Update ' || u.id, '{{}}', 'changed',
                   %s + act * interval '1 year' + u.id * interval '1 minute',
                   u.author_id, act, '{{"course": ["at_risk", "on_track"]}}', ''
            FROM {ProgressUpdate._meta.db_table} u, generate_series(1, %s) act
            """,
            [kind, kind, BEGINNING, ACTS // UPDATES],
        )
        cursor.execute("VACUUM ANALYZE")


def _standing(number: int, ended_at: datetime.datetime, author: Member, answerer: Member) -> dict[str, Any]:
    """Return where an update stands: of the last ones a tenth is a draft, a fifth waits for an answer."""
    state = ProgressUpdate.State
    is_last = number >= UPDATES - PROJECTS
    if is_last and number % 10 == 0:
        return {"state": state.DRAFT}
    submitted = {"submitted_by": author, "submitted_at": ended_at + datetime.timedelta(days=10)}
    if is_last and number % 10 in (1, 2):
        return {"state": state.SUBMITTED, **submitted}
    answered = {"answered_by": answerer, "answered_at": ended_at + datetime.timedelta(days=20)}
    return {"state": state.CONFIRMED, **submitted, **answered, "confirmed_hash": f"{number:064x}"}
