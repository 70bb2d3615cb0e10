"""How far each subcommittee has come, in figures."""

import datetime
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from committee.commitments.models import Commitment
from committee.progress.models import ProgressUpdate
from committee.projects.models import Milestone, Project
from committee.subcommittees.models import Subcommittee


def scorecard(on: datetime.date) -> QuerySet[Subcommittee]:
    """Return the subcommittees with their counts, in one query."""
    commitments, projects = Commitment.objects.all(), Project.objects.all()
    unanswered = ProgressUpdate.objects.filter(state=ProgressUpdate.State.SUBMITTED)
    return Subcommittee.objects.annotate(
        all_commitments=_count(commitments, "subcommittee"),
        kept_commitments=_count(commitments.filter(state=Commitment.State.KEPT), "subcommittee"),
        late_commitments=_count(commitments.overdue(on), "subcommittee"),
        projects_under_way=_count(projects.filter(state=Project.State.UNDER_WAY), "subcommittee"),
        late_milestones=_count(Milestone.objects.overdue(on), "project__subcommittee"),
        unanswered_updates=_count(unanswered, "project__subcommittee"),
    )


def _count(records: QuerySet[Any], path: str) -> Coalesce:
    # Subqueries, because joins of several lists would count each record many times.
    here = records.order_by().filter(**{path: OuterRef("pk")}).values(path)
    return Coalesce(Subquery(here.annotate(n=Count("pk")).values("n")), 0)
