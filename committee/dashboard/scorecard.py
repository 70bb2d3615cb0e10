"""How far each subcommittee has come, in figures."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from committee.commitments.board import Tally, tally_by_subcommittee
from committee.commitments.models import Commitment
from committee.commitments.standings import Standing
from committee.progress.models import ProgressUpdate
from committee.projects.models import Milestone, Project
from committee.subcommittees.models import Subcommittee


@dataclass(frozen=True)
class Score:
    """A subcommittee, read with the counts of its work, and how its commitments stand."""

    subcommittee: Subcommittee
    commitments: Tally

    @property
    def total(self) -> int:
        return self.commitments.total()

    @property
    def numbers(self) -> list[int]:
        """How many stand how, in the order of the board."""
        return [self.commitments[standing] for standing in Standing]


def scorecard(on: datetime.date) -> list[Score]:
    tallies = tally_by_subcommittee(Commitment.objects.with_standing(on))
    return [Score(each, tallies[each.pk]) for each in _counting_work(on)]


def _counting_work(on: datetime.date) -> QuerySet[Subcommittee]:
    projects = Project.objects.released().filter(state=Project.State.UNDER_WAY)
    unanswered = ProgressUpdate.objects.unanswered()
    return Subcommittee.objects.annotate(
        projects_under_way=_count(projects, "subcommittee"),
        late_milestones=_count(Milestone.objects.released().overdue(on), "project__subcommittee"),
        unanswered_updates=_count(unanswered, "project__subcommittee"),
    )


def _count(records: QuerySet[Any], path: str) -> Coalesce:
    # Subqueries, because joins of several lists would count each record many times.
    here = records.order_by().filter(**{path: OuterRef("pk")}).values(path)
    return Coalesce(Subquery(here.annotate(n=Count("pk")).values("n")), 0)
