"""What secretariats and co-leads do with meetings and their decisions."""

from typing import Any

from django.db import transaction

from committee.documents.actions import add_document
from committee.documents.models import Document
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.meetings.models import Decision, Meeting
from committee.meetings.permissions import may_edit_meeting
from committee.members.models import Member
from committee.pages.permissions import require


def create_meeting(*, by: Member, **fields: Any) -> Meeting:
    meeting = Meeting(**fields)
    require(may_edit_meeting(by, meeting))
    return keep_new(by=by, record=meeting)


@transaction.atomic
def edit_meeting(*, by: Member, meeting: Meeting, seen_version: int | None = None, **changes: Any) -> Meeting:
    locked = lock_editable(meeting, by)
    return keep_changes(by=by, record=locked, changes=changes, seen_version=seen_version)


@transaction.atomic
def delete_meeting(*, by: Member, meeting: Meeting) -> None:
    keep_deletion(by=by, record=lock_editable(meeting, by))


@transaction.atomic
def add_decision(*, by: Member, meeting: Meeting, **fields: Any) -> Decision:
    return keep_new(by=by, record=Decision(meeting=lock_editable(meeting, by), **fields))


@transaction.atomic
def edit_decision(
    *, by: Member, decision: Decision, seen_version: int | None = None, **changes: Any
) -> Decision:
    lock_editable(decision.meeting, by)
    return keep_changes(by=by, record=decision, changes=changes, seen_version=seen_version)


@transaction.atomic
def delete_decision(*, by: Member, decision: Decision) -> None:
    lock_editable(decision.meeting, by)
    keep_deletion(by=by, record=decision)


@transaction.atomic
def add_decision_document(*, by: Member, decision: Decision, **fields: Any) -> Document:
    """Attach a paper to a decision: see `add_document` for what it raises."""
    lock_editable(decision.meeting, by)
    return add_document(by=by, of=decision, **fields)


def lock_editable(meeting: Meeting, by: Member) -> Meeting:
    """Return the meeting locked, so that nobody closes it meanwhile, if `by` may edit it as it is now."""
    locked = lock(meeting)
    require(may_edit_meeting(by, locked))
    return locked
