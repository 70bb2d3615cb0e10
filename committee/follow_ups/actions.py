"""What becomes of decisions: their outcome, and the actions with who sees to them."""

import datetime
from typing import Any

from django.db import transaction

from committee.follow_ups.models import FollowUp, Outcome
from committee.follow_ups.permissions import (
    reports_on,
)
from committee.follow_ups.rules import (
    DoneAlready,
    DoneInTheFuture,
    HasActions,
    NoActions,
    OwnerAndDateNeeded,
    StillOpen,
)
from committee.follow_ups.telling import tell_given
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.languages.wording import columns
from committee.meetings.actions import lock_editable
from committee.meetings.models import Decision
from committee.meetings.permissions import keeps_meeting
from committee.members.models import Member
from committee.pages.permissions import require

Kind = Outcome.Kind
State = FollowUp.State


@transaction.atomic
def say_outcome(*, by: Member, decision: Decision, seen_version: int | None = None, **fields: Any) -> Outcome:
    """Say what a decision became, or say it differently.

    Raises:
        HasActions: when it became actions and is to become something else.
        ChangedMeanwhile: when somebody else said something else.
        ValidationError: when the outcome does not name what it has to name.
    """
    lock_editable(decision.meeting, by)
    locked = lock(decision)
    if fields.get("kind", Kind.ACTION) != Kind.ACTION and locked.follow_ups.exists():
        raise HasActions
    outcome = Outcome.objects.filter(decision=locked).first()
    if outcome is None:
        return keep_new(by=by, record=Outcome(decision=locked, **fields))
    return keep_changes(by=by, record=outcome, changes=fields, seen_version=seen_version)


@transaction.atomic
def add_follow_up(*, by: Member, decision: Decision, **fields: Any) -> FollowUp:
    """Record an action that a decision asks for; with the first one the decision has become actions.

    Raises:
        NoActions: when the decision became something else.
    """
    lock_editable(decision.meeting, by)
    locked = lock(decision)
    outcome = Outcome.objects.filter(decision=locked).first()
    if outcome is None:
        keep_new(by=by, record=Outcome(decision=locked, kind=Kind.ACTION))
    elif outcome.kind != Kind.ACTION:
        raise NoActions
    follow_up = keep_new(by=by, record=FollowUp(decision=locked, **fields))
    tell_given(follow_up, by=by)
    return follow_up


@transaction.atomic
def edit_follow_up(
    *, by: Member, follow_up: FollowUp, seen_version: int | None = None, **changes: Any
) -> FollowUp:
    """Change an open action; who becomes responsible is told.

    Raises:
        DoneAlready
        OwnerAndDateNeeded: when the meeting is closed and the action would lose one of them.
        ChangedMeanwhile: when somebody else changed the same.
    """
    locked = lock(follow_up)
    require(keeps_meeting(by, locked.decision.meeting))
    if locked.is_done:
        raise DoneAlready
    before = locked.responsible_id, locked.post_id
    edited = keep_changes(by=by, record=locked, changes=changes, seen_version=seen_version)
    if edited.decision.meeting.is_closed and not (edited.is_given and edited.due_on):
        raise OwnerAndDateNeeded
    if (edited.responsible_id, edited.post_id) != before:
        tell_given(edited, by=by)
    return edited


@transaction.atomic
def delete_follow_up(*, by: Member, follow_up: FollowUp) -> None:
    lock_editable(follow_up.decision.meeting, by)
    keep_deletion(by=by, record=follow_up)


@transaction.atomic
def finish_follow_up(*, by: Member, follow_up: FollowUp, done_on: datetime.date, **result: str) -> FollowUp:
    """Say that an action is done, when, and what came of it.

    Raises:
        DoneAlready, DoneInTheFuture
        ValidationError: when nothing is said of what came of it.
    """
    locked = lock(follow_up)
    require(reports_on(by, locked))
    if locked.is_done:
        raise DoneAlready
    if done_on > by.today:
        raise DoneInTheFuture
    done = {"state": State.DONE, "done_on": done_on, "done_by": by, **result}
    return keep_changes(by=by, record=locked, changes=done)


@transaction.atomic
def open_follow_up_again(*, by: Member, follow_up: FollowUp, reason: str) -> FollowUp:
    """Open an action again; what was said of it stays in the history, with the reason.

    Raises:
        StillOpen
    """
    locked = lock(follow_up)
    require(keeps_meeting(by, locked.decision.meeting))
    if not locked.is_done:
        raise StillOpen
    opened: dict[str, Any] = {"state": State.OPEN, "done_on": None, "done_by": None}
    opened |= dict.fromkeys(columns("result"), "")
    return keep_changes(by=by, record=locked, changes=opened, comment=reason)
