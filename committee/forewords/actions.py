"""What a secretariat does with the message of its city."""

from typing import Any

from committee.documents.actions import add_document
from committee.documents.models import Document
from committee.forewords.models import Foreword
from committee.forewords.permissions import may_edit_foreword, may_write_foreword
from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.meetings.models import GeneralMeeting
from committee.members.models import Member
from committee.pages.permissions import require


def write_foreword(*, by: Member, meeting: GeneralMeeting, **fields: Any) -> Foreword:
    """Enter what the head of the own city says in the report of a general meeting."""
    require(may_write_foreword(by))
    return keep_new(by=by, record=Foreword(meeting=meeting, city=by.city, **fields))


def edit_foreword(
    *, by: Member, foreword: Foreword, seen_version: int | None = None, **changes: Any
) -> Foreword:
    require(may_edit_foreword(by, foreword))
    return keep_changes(by=by, record=foreword, changes=changes, seen_version=seen_version)


def add_foreword_document(*, by: Member, foreword: Foreword, **fields: Any) -> Document:
    """Attach a photograph, which is printed above the message. See `add_document` for what it raises."""
    require(may_edit_foreword(by, foreword))
    return add_document(by=by, of=foreword, **fields)


def delete_foreword(*, by: Member, foreword: Foreword) -> None:
    require(may_edit_foreword(by, foreword))
    keep_deletion(by=by, record=foreword)
