"""What a large committee has beside its projects: every list as long as it is after twenty years."""

import datetime
from itertools import product
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from benchmarks.large_committee import A_BATCH, BEGINNING, Writer
from committee import models as rooms
from committee.members.models import Member, Role
from committee.printing.snapshot import to_json
from tests.factories.report import small_report

GENERAL_MEETINGS, OTHER_MEETINGS, AGREEMENTS, COMMITMENTS, DECISIONS = 10, 290, 200, 3_000, 2_000
MEMBERS, RESPONSIBLE, DOCUMENTS, NOTICES, UNREAD, TRANSLATIONS = 600, 60, 4_000, 3_000, 40, 1_000
EVENTS, STUDIES, MILESTONES_A_PROJECT = 5_000, 500, 3
FIRST_DAY, FIRST_YEAR, YEARS = datetime.date(2007, 1, 1), 2007, 19


class Surroundings:
    """Enters the records, the same on each run."""

    def __init__(self, reader: Member) -> None:
        self.reader = reader
        self.write = Writer()
        self.cities = list(rooms.City.objects.order_by("pk"))
        self.subcommittees = list(rooms.Subcommittee.objects.order_by("pk"))
        self.projects = list(rooms.Project.objects.order_by("pk").only("pk"))

    def enter(self) -> None:
        self.people = self._people()
        self.meetings = self._meetings()
        self._delegations()
        self._minutes()
        self._editions()
        self._commitments(self._agreements())
        self._follow_ups(self._decisions())
        self._beside_projects()
        self._documents()
        self._notices()
        self._translations()

    def _people(self) -> list[Any]:
        people = _entered(
            rooms.Member(
                username=f"someone-{n}",
                city=self._city(n),
                name_en=self.write.english(2),
                name_ko=self.write.korean(1),
                password="a hash that no password has",
            )
            for n in range(MEMBERS)
        )
        _entered(
            rooms.Post(
                member=person, city=person.city, role=Role.CONTRIBUTOR, subcommittee=self._subcommittee(n)
            )
            for n, person in enumerate(people)
        )
        return people

    def _meetings(self) -> list[Any]:
        kind, held = rooms.Meeting.Kind, rooms.Meeting.State.HELD
        fields = [{"kind": kind.GENERAL, "ordinal": n + 1} for n in range(GENERAL_MEETINGS)]
        fields += [
            {"kind": kind.SUBCOMMITTEE, "subcommittee": self._subcommittee(n)} for n in range(OTHER_MEETINGS)
        ]
        return _entered(
            rooms.Meeting(
                host=self._city(n),
                state=held,
                starts_on=_day(10 * n),
                venue_en=self.write.english(2),
                **of_kind,
            )
            for n, of_kind in enumerate(fields)
        )

    def _delegations(self) -> None:
        announced = {"announced_at": BEGINNING, "announced_by": self.reader}
        sent = product(self.meetings, self.cities)
        _entered(rooms.Delegation(meeting=meeting, city=city, **announced) for meeting, city in sent)

    def _minutes(self) -> None:
        agreed = rooms.Minutes.State.AGREED
        minutes = _entered(
            rooms.Minutes(meeting=meeting, state=agreed, agreed_hash=f"{meeting.pk:064x}")
            for meeting in self.meetings
        )
        circulated = {"circulated_by": self.reader, "circulated_at": BEGINNING, "answer_by": FIRST_DAY}
        _entered(
            rooms.MinutesVersion(
                minutes=each, number=1, content={}, fingerprint=each.agreed_hash, **circulated
            )
            for each in minutes
        )

    def _editions(self) -> None:
        built = {
            "state": rooms.ReportEdition.State.READY,
            "seen_alive_at": BEGINNING,
            "finished_at": BEGINNING,
            "content": to_json(small_report()),
            "pdf": "report.pdf",
            "sha256": "0" * 64,
            "pages": 40,
        }
        editions = product(self.meetings[:GENERAL_MEETINGS], ["ko", "zh-hans", "en"], range(5))
        _entered(
            rooms.ReportEdition(
                meeting_id=meeting.pk,
                language=language,
                requested_at=BEGINNING + datetime.timedelta(days=day),
                **built,
            )
            for meeting, language, day in editions
        )

    def _agreements(self) -> list[Any]:
        return _entered(
            rooms.Agreement(
                **self._titles(5),
                state=rooms.Agreement.State.IN_FORCE,
                signed_on=_day(17 * n),
                in_force_from=_day(17 * n),
                meeting_id=self.meetings[n % GENERAL_MEETINGS].pk,
            )
            for n in range(AGREEMENTS)
        )

    def _commitments(self, agreements: list[Any]) -> None:
        """Enter commitments, a third of them kept, each carried out by a few projects."""
        commitments = _entered(
            rooms.Commitment(
                **self._titles(6),
                agreement=agreements[n % AGREEMENTS],
                subcommittee=self._subcommittee(n),
                due_on=_day(3 * n),
                **({"state": rooms.Commitment.State.KEPT, "settled_on": _day(3 * n)} if n % 3 == 0 else {}),
            )
            for n in range(COMMITMENTS)
        )
        carries_out = rooms.Project.commitments.through
        _entered(
            carries_out(project_id=project.pk, commitment_id=commitments[n % COMMITMENTS].pk)
            for n, project in enumerate(self.projects)
        )

    def _decisions(self) -> list[Any]:
        each = len(self.meetings)
        return _entered(
            rooms.Decision(
                meeting=self.meetings[n % each], number=n // each + 1, text_en=self.write.english(12)
            )
            for n in range(DECISIONS)
        )

    def _follow_ups(self, decisions: list[Any]) -> None:
        _entered(
            rooms.FollowUp(
                **self._titles(4),
                decision=decision,
                responsible=self.people[n % RESPONSIBLE],
                due_on=_day(4 * n),
            )
            for n, decision in enumerate(decisions)
        )

    def _beside_projects(self) -> None:
        """Enter milestones, of which a tenth is not done, events and studies."""
        _entered(
            rooms.Milestone(
                **self._titles(3), project=project, due_on=due_on, done_on=due_on if n % 10 else None
            )
            for n, (project, due_on) in enumerate(
                product(self.projects, map(_day, range(4_000, 7_000, 1_000)))
            )
        )
        held = rooms.Event.State.HELD
        _entered(
            rooms.Event(
                **self._titles(4),
                project=project,
                starts_on=_day(3_000 + n % 4_000),
                state=held,
                city=self._city(n),
            )
            for n, project in enumerate(self.projects[:EVENTS])
        )
        _entered(rooms.Study(**self._titles(5), project=project) for project in self.projects[:STUDIES])

    def _documents(self) -> None:
        documents = _entered(
            rooms.Document(
                **self._titles(6),
                added_by=self.reader,
                city=self._city(n),
                topic=rooms.Document.Topic.AIR,
                year=FIRST_YEAR + n % YEARS,
            )
            for n in range(DOCUMENTS)
        )
        _entered(
            rooms.DocumentFile(
                document=document,
                number=1,
                language="en",
                name="paper.pdf",
                size_bytes=1_000,
                sha256=f"{document.pk:064x}",
                media_type="application/pdf",
                content="paper.pdf",
                uploaded_by=self.reader,
                uploaded_at=BEGINNING,
            )
            for document in documents
        )

    def _notices(self) -> None:
        now = timezone.now()
        _entered(
            rooms.Notice(
                member=self.reader,
                key=f"told-{n}",
                subject_en=self.write.english(6),
                body_en=self.write.english(20),
                reason_en=self.write.english(8),
                created_at=now - datetime.timedelta(hours=n),
                read_at=None if n < UNREAD else now,
            )
            for n in range(NOTICES)
        )

    def _translations(self) -> None:
        kind = ContentType.objects.get_for_model(rooms.Project)
        _entered(
            rooms.TranslationRequest(
                record_type=kind,
                record_id=project.pk,
                name="summary",
                from_language="ko",
                to_language="en",
                city=self._city(n),
                asked_by=self.reader,
                due_on=_day(6_900 + n % 365),
            )
            for n, project in enumerate(self.projects[:TRANSLATIONS])
        )

    def _titles(self, words: int) -> dict[str, str]:
        write = self.write
        return {
            "title_ko": write.korean(words),
            "title_zh_hans": write.chinese(words),
            "title_en": write.english(words),
        }

    def _city(self, n: int) -> Any:
        return self.cities[n % len(self.cities)]

    def _subcommittee(self, n: int) -> Any:
        return self.subcommittees[n % len(self.subcommittees)]


def _day(n: int) -> datetime.date:
    return FIRST_DAY + datetime.timedelta(days=n)


def _entered(records: Any) -> list[Any]:
    found: list[models.Model] = list(records)
    return type(found[0])._default_manager.bulk_create(found, batch_size=A_BATCH)
