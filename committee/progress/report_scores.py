"""What the report counts of each subcommittee: promises to date, and work in its time."""

import datetime
from dataclasses import astuple, dataclass
from typing import TypeAlias

from committee.commitments.board import Tally, tally_by_subcommittee
from committee.commitments.models import Commitment
from committee.commitments.standings import Standing
from committee.printing.checked import Claim
from committee.printing.content import Scope
from committee.progress.models import ProgressUpdate
from committee.progress.printed import printed_projects, printed_updates
from committee.subcommittees.models import Subcommittee

State = ProgressUpdate.State

# What each number of a score counts.
SUBJECTS = {
    "promised": "commitments:all",
    **{each.value: f"commitments:{each.value}" for each in Standing},
    "projects": "projects:all",
    "confirmed": f"updates:{State.CONFIRMED}",
    "unconfirmed": f"updates:{State.SUBMITTED}",
    "one_sided": f"updates:{State.ONE_SIDED}",
    "differing": f"updates:{State.DIFFERING}",
}


@dataclass(frozen=True)
class Score:
    """What a subcommittee has promised to date, and how much of its work was reported in the period."""

    promised: int = 0
    kept: int = 0
    on_track: int = 0
    late: int = 0
    no_project: int = 0
    silent: int = 0
    released: int = 0
    projects: int = 0
    confirmed: int = 0
    unconfirmed: int = 0
    one_sided: int = 0
    differing: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(mine + its for mine, its in zip(astuple(self), astuple(other), strict=True)))

    def since(self, before: "Score") -> "Score":
        """Return by how much each number has grown; one that fell is negative."""
        return Score(*(now - then for now, then in zip(astuple(self), astuple(before), strict=True)))

    def claim(self, field: str, who: Subcommittee | None = None) -> Claim:
        """Say what one of the numbers counts: of one subcommittee, or of all of them."""
        subject = f"{SUBJECTS[field]}:{who.code}" if who else SUBJECTS[field]
        return Claim(subject, getattr(self, field))


Scores: TypeAlias = dict[Subcommittee, Score]


def scores_on(scope: Scope) -> Scores:
    """Count as of the last day covered, of every subcommittee in its order."""
    tallies = _tallies(scope.end)
    return {each: score(each, tallies[each.pk], scope) for each in Subcommittee.objects.all()}


def growth_of(scores: Scores, scope: Scope) -> Scores | None:
    """Return how the promises have changed since the last meeting; None for a first report."""
    if scope.start is None:
        return None
    tallies = _tallies(scope.start)
    return {each: now.since(_promises(tallies[each.pk])) for each, now in scores.items()}


def _tallies(day: datetime.date) -> dict[int, Tally]:
    return tally_by_subcommittee(Commitment.objects.promised_until(day).with_standing(day))


def score(subcommittee: Subcommittee, commitments: Tally, scope: Scope) -> Score:
    """Count what is printed, as of the last day covered: what was settled later counts as open."""
    projects = printed_projects(scope).filter(subcommittee=subcommittee)
    updates = printed_updates(scope).filter(project__in=projects.values("pk"))
    work = Score(
        projects=projects.count(),
        confirmed=updates.filter(state=State.CONFIRMED).count(),
        unconfirmed=updates.filter(state=State.SUBMITTED).count(),
        one_sided=updates.filter(state=State.ONE_SIDED).count(),
        differing=updates.filter(state=State.DIFFERING).count(),
    )
    return _promises(commitments) + work


def _promises(commitments: Tally) -> Score:
    return Score(promised=commitments.total(), **{each.value: commitments[each] for each in Standing})
