"""What both sides do with the programme of a meeting."""

from typing import Any

from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.pages.permissions import require
from committee.programmes.models import ProgrammeEntry
from committee.programmes.permissions import may_edit_programme


def add_entry(*, by: Member, meeting: Meeting, **fields: Any) -> ProgrammeEntry:
    require(may_edit_programme(by, meeting))
    cities = fields.pop("cities")
    return keep_new(by=by, record=ProgrammeEntry(meeting=meeting, **fields), cities=cities)


def edit_entry(
    *, by: Member, entry: ProgrammeEntry, seen_version: int | None = None, **changes: Any
) -> ProgrammeEntry:
    require(may_edit_programme(by, entry.meeting))
    return keep_changes(by=by, record=entry, changes=changes, seen_version=seen_version)


def delete_entry(*, by: Member, entry: ProgrammeEntry) -> None:
    require(may_edit_programme(by, entry.meeting))
    keep_deletion(by=by, record=entry)
