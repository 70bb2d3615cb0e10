"""What secretariats and co-leads do with meetings, their agenda and their decisions."""

from typing import Any

from committee.documents.actions import add_document
from committee.documents.models import Document
from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.meetings.models import AgendaItem, Decision, Meeting
from committee.meetings.permissions import may_edit_meeting
from committee.members.models import Member
from committee.pages.permissions import require


def create_meeting(*, by: Member, **fields: Any) -> Meeting:
    meeting = Meeting(**fields)
    require(may_edit_meeting(by, meeting))
    return keep_new(by=by, record=meeting)


def edit_meeting(*, by: Member, meeting: Meeting, seen_version: int | None = None, **changes: Any) -> Meeting:
    require(may_edit_meeting(by, meeting))
    return keep_changes(by=by, record=meeting, changes=changes, seen_version=seen_version)


def delete_meeting(*, by: Member, meeting: Meeting) -> None:
    require(may_edit_meeting(by, meeting))
    keep_deletion(by=by, record=meeting)


def add_agenda_item(*, by: Member, meeting: Meeting, **fields: Any) -> AgendaItem:
    require(may_edit_meeting(by, meeting))
    return keep_new(by=by, record=AgendaItem(meeting=meeting, **fields))


def edit_agenda_item(
    *, by: Member, item: AgendaItem, seen_version: int | None = None, **changes: Any
) -> AgendaItem:
    require(may_edit_meeting(by, item.meeting))
    return keep_changes(by=by, record=item, changes=changes, seen_version=seen_version)


def delete_agenda_item(*, by: Member, item: AgendaItem) -> None:
    require(may_edit_meeting(by, item.meeting))
    keep_deletion(by=by, record=item)


def add_decision(*, by: Member, meeting: Meeting, **fields: Any) -> Decision:
    require(may_edit_meeting(by, meeting))
    return keep_new(by=by, record=Decision(meeting=meeting, **fields))


def edit_decision(
    *, by: Member, decision: Decision, seen_version: int | None = None, **changes: Any
) -> Decision:
    require(may_edit_meeting(by, decision.meeting))
    return keep_changes(by=by, record=decision, changes=changes, seen_version=seen_version)


def delete_decision(*, by: Member, decision: Decision) -> None:
    require(may_edit_meeting(by, decision.meeting))
    keep_deletion(by=by, record=decision)


def add_meeting_document(*, by: Member, of: AgendaItem | Decision, **fields: Any) -> Document:
    """Attach a paper to a point of the agenda or to a decision: see `add_document` for what it raises."""
    require(may_edit_meeting(by, of.meeting))
    return add_document(by=by, of=of, **fields)
