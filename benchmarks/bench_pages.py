"""Pages with 10 and with 1,000 rows behind them: queries and time, side by side."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import django

DATABASES = ("sqlite", "postgresql")

django.setup()

from django.conf import settings  # noqa: E402 - models and factories only after setup
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from committee.members.models import Role  # noqa: E402
from tests.factories.agreement import AgreementFactory  # noqa: E402
from tests.factories.commitment import CommitmentFactory  # noqa: E402
from tests.factories.meeting import MeetingFactory  # noqa: E402
from tests.factories.member import MemberFactory, member_with  # noqa: E402
from tests.factories.milestone import MilestoneFactory  # noqa: E402
from tests.factories.project import ProjectFactory  # noqa: E402
from tests.factories.update import UpdateFactory  # noqa: E402

FEW, MANY = 10, 1000
REPETITIONS = 7


@dataclass(frozen=True)
class Case:
    """A page, and the rows that may become many behind it."""

    title: str
    address: str
    add_rows: Callable[[int], Any]


@dataclass(frozen=True)
class Figure:
    queries: int
    milliseconds: float


def cases() -> list[Case]:
    project: Any = ProjectFactory()
    agreement: Any = AgreementFactory()
    return [
        Case("home", reverse("home"), MemberFactory.create_batch),
        Case("meetings", reverse("meeting_list"), MeetingFactory.create_batch),
        Case("agreements", reverse("agreement_list"), AgreementFactory.create_batch),
        Case("commitments", reverse("commitment_list"), CommitmentFactory.create_batch),
        Case("projects", reverse("project_list"), ProjectFactory.create_batch),
        Case("updates", reverse("update_list"), UpdateFactory.create_batch),
        Case("members", reverse("member_list"), MemberFactory.create_batch),
        Case(
            "an agreement's commitments",
            agreement.get_absolute_url(),
            lambda number: CommitmentFactory.create_batch(number, agreement=agreement),
        ),
        Case(
            "a project's milestones",
            project.get_absolute_url(),
            lambda number: MilestoneFactory.create_batch(number, project=project),
        ),
    ]


def measure(client: Client, address: str) -> Figure:
    """Return the queries of one answer and the median time of several."""
    assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
        # Counted here: the next request forgets them.
        number = len(queries)
    seconds = []
    for _repetition in range(REPETITIONS):
        started = time.perf_counter()
        client.get(address)
        seconds.append(time.perf_counter() - started)
    return Figure(number, statistics.median(seconds) * 1000)


def main() -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(member_with(Role.SECRETARIAT), "committee.members.sign_in.MemberBackend")
    print(f"{'page':28}{'queries':>14}{'milliseconds':>20}{'queries':>10}{'time':>8}")
    print(f"{'':28}{f'{FEW} / {MANY:,} rows':>14}{f'{FEW} / {MANY:,} rows':>20}{'ratio':>10}{'ratio':>8}")
    for case in cases():
        case.add_rows(FEW)
        few = measure(client, case.address)
        case.add_rows(MANY - FEW)
        many = measure(client, case.address)
        counts, times = f"{few.queries} / {many.queries}", f"{few.milliseconds:.0f} / {many.milliseconds:.0f}"
        ratios = f"{many.queries / few.queries:10.2f}{many.milliseconds / few.milliseconds:8.2f}"
        print(f"{case.title:28}{counts:>14}{times:>20}{ratios}", flush=True)


if __name__ == "__main__":
    main()
