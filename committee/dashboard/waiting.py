"""What waits for a member today, by the posts held: short lists in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from committee.commitments.models import Commitment
from committee.members.models import ROLES_IN_A_SUBCOMMITTEE, Member
from committee.progress.models import ProgressUpdate
from committee.projects.models import Milestone

State = ProgressUpdate.State
SHOWN = 5


@dataclass(frozen=True)
class Shortened:
    """The first few records of a list, and whether there are more."""

    records: list[Any]
    has_more: bool


@dataclass(frozen=True)
class Waiting:
    to_answer: Shortened
    returned: Shortened
    drafts: Shortened
    unanswered: Shortened
    one_sided: Shortened
    to_close: Shortened
    overdue_commitments: Shortened
    overdue_milestones: Shortened

    @property
    def is_anything(self) -> bool:
        return any(shortened.records for shortened in vars(self).values())


def waiting_for(member: Member) -> Waiting:
    own = _updates_of_own_city(member)
    commitments = Commitment.objects.overdue(member.today).filter(**_cared_for(member, "subcommittee"))
    late = Milestone.objects.visible_to(member).overdue(member.today)
    milestones = late.filter(**_cared_for(member, "project__subcommittee"))
    return Waiting(
        to_answer=_shortened(ProgressUpdate.objects.awaiting(member).named()),
        returned=_shortened(own.filter(state=State.RETURNED)),
        drafts=_shortened(own.filter(state=State.DRAFT)),
        unanswered=_shortened(own.filter(state=State.SUBMITTED)),
        one_sided=_shortened(own.filter(state=State.ONE_SIDED)),
        to_close=_shortened(_seen_differently(member)),
        overdue_commitments=_shortened(commitments.order_by("due_on", "pk")),
        overdue_milestones=_shortened(milestones.select_related("project").order_by("due_on", "pk")),
    )


def _cared_for(member: Member, path: str) -> dict[str, Any]:
    """Narrow records down to the subcommittees a member works in; a secretariat cares for all of them."""
    if member.is_secretariat:
        return {}
    here = [post.subcommittee_id for post in member.posts_now if post.role in ROLES_IN_A_SUBCOMMITTEE]
    return {f"{path}__in": here}


def _updates_of_own_city(member: Member) -> QuerySet[ProgressUpdate]:
    of_own_city = ProgressUpdate.objects.filter(city=member.city_id)
    return of_own_city.filter(**_cared_for(member, "project__subcommittee")).named()


def _seen_differently(member: Member) -> QuerySet[ProgressUpdate]:
    """Return those with two statements that it is the turn of the member's city to read."""
    asked = ProgressUpdate.objects.waiting_for(member.city).filter(state=State.DIFFERING)
    return asked.filter(**_cared_for(member, "project__subcommittee")).named()


def _shortened(records: QuerySet[Any]) -> Shortened:
    found = list(records[: SHOWN + 1])
    return Shortened(found[:SHOWN], len(found) > SHOWN)
