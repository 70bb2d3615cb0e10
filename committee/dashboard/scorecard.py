"""How far each subcommittee has come, in figures."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from committee.commitments.board import Tally, tally_by_subcommittee
from committee.commitments.models import Commitment
from committee.commitments.standings import Standing
from committee.progress.models import ProgressUpdate
from committee.projects.models import Milestone, Project
from committee.subcommittees.models import Subcommittee


@dataclass(frozen=True)
class Score:
    """A subcommittee, the counts of its work, and how its commitments stand."""

    subcommittee: Subcommittee
    commitments: Tally
    projects_under_way: int
    late_milestones: int
    unanswered_updates: int

    @property
    def total(self) -> int:
        return self.commitments.total()

    @property
    def numbers(self) -> list[int]:
        """How many stand how, in the order of the board."""
        return [self.commitments[standing] for standing in Standing]


def scorecard(on: datetime.date) -> list[Score]:
    tallies = tally_by_subcommittee(Commitment.objects.with_standing(on))
    under_way = _count(Project.objects.released().filter(state=Project.State.UNDER_WAY), "subcommittee")
    late = _count(Milestone.objects.released().overdue(on), "project__subcommittee")
    unanswered = _count(ProgressUpdate.objects.unanswered(), "project__subcommittee")
    return [
        Score(
            each,
            tallies[each.pk],
            under_way.get(each.pk, 0),
            late.get(each.pk, 0),
            unanswered.get(each.pk, 0),
        )
        for each in Subcommittee.objects.all()
    ]


def _count(records: QuerySet[Any], path: str) -> dict[int, int]:
    """Count records by the id of the subcommittee at `path`; one without any is not in it."""
    return dict(records.order_by().values_list(path).annotate(total=Count("*")))
