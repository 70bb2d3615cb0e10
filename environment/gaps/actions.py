"""What the two liaison officers do with a gap notice."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.history.actions import keep_changes, lock
from committee.members.models import Member
from committee.pages.permissions import require
from committee.rules import BrokenRule
from environment.gaps.models import GapNotice
from environment.gaps.permissions import may_answer_gap, may_close_gap
from environment.gaps.telling import tell_answered, tell_closed

State = GapNotice.State


@transaction.atomic
def answer_gap(
    *, by: Member, notice: GapNotice, reason: str, answer: str, seen_version: int | None = None
) -> GapNotice:
    """Say for the sending city why hours are missing; the answer may be changed until the notice is closed.

    Raises:
        BrokenRule: the notice was closed meanwhile.
    """
    require(may_answer_gap(by, notice))
    current = lock(notice)
    if current.state == State.CLOSED:
        raise BrokenRule(_("This notice was closed meanwhile."))
    changes = {"reason": reason, "answer": answer, "answered_by": by, "answered_at": timezone.now()}
    if current.state == State.OPEN:
        changes["state"] = State.ANSWERED
    answered = keep_changes(by=by, record=current, changes=changes, seen_version=seen_version)
    tell_answered(answered)
    return answered


@transaction.atomic
def close_gap(
    *, by: Member, notice: GapNotice, closing_note: str, seen_version: int | None = None
) -> GapNotice:
    """Close for the receiving city what was answered or came late.

    Raises:
        BrokenRule: the notice was closed meanwhile, or there is no closing note.
    """
    require(may_close_gap(by, notice))
    current = lock(notice)
    if current.state == State.CLOSED:
        raise BrokenRule(_("This notice was closed meanwhile."))
    if not closing_note.strip():
        raise BrokenRule(_("Say how this was settled."), field="closing_note")
    changes = {
        "state": State.CLOSED,
        "closing_note": closing_note,
        "closed_by": by,
        "closed_at": timezone.now(),
    }
    closed = keep_changes(by=by, record=current, changes=changes, seen_version=seen_version)
    tell_closed(closed)
    return closed
