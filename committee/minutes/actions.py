"""How minutes are written: sections on the agenda's items and free ones, in their order."""

from typing import Any

from django.db import transaction

from committee.agendas.models import AgendaItem
from committee.documents.actions import add_document
from committee.documents.models import Document
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.languages.wording import columns
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.minutes.models import Minutes, MinutesSection
from committee.minutes.permissions import (
    may_add_minutes_document,
    may_create_minutes,
    may_delete_minutes,
    writes_minutes_of,
)
from committee.minutes.rules import NotHeldYet, NotInThisState, RemarkedOn, WrittenAlready
from committee.pages.numbering import next_number
from committee.pages.permissions import require


@transaction.atomic
def create_minutes(*, by: Member, meeting: Meeting) -> Minutes:
    """Begin the minutes of a meeting with a section for each accepted item of its agenda.

    Raises:
        NotHeldYet: when the meeting is still to come.
        WrittenAlready: when somebody has begun them.
    """
    meeting = lock(meeting)
    require(may_create_minutes(by, meeting))
    if meeting.state != Meeting.State.HELD:
        raise NotHeldYet
    if Minutes.objects.filter(meeting=meeting).exists():
        raise WrittenAlready
    minutes = keep_new(by=by, record=Minutes(meeting=meeting, is_illustrative=meeting.is_illustrative))
    for item in AgendaItem.objects.filter(meeting=meeting).accepted().in_order():
        _add_section_on(by, minutes, item)
    return minutes


@transaction.atomic
def delete_minutes(*, by: Member, minutes: Minutes) -> None:
    """Delete minutes that were never circulated."""
    locked = lock(minutes)
    require(may_delete_minutes(by, locked))
    keep_deletion(by=by, record=locked)


@transaction.atomic
def add_section(*, by: Member, minutes: Minutes, **fields: Any) -> MinutesSection:
    """Add a free section at the end.

    Raises:
        NotInThisState: when the minutes are circulated or agreed.
    """
    locked = writing(by, minutes)
    position = next_number(locked.sections.all(), "position")
    return keep_new(by=by, record=MinutesSection(minutes=locked, position=position, **fields))


@transaction.atomic
def edit_section(
    *, by: Member, section: MinutesSection, seen_version: int | None = None, **changes: Any
) -> MinutesSection:
    """Change the heading or the text of a section.

    Raises:
        NotInThisState: when the minutes are circulated or agreed.
        ChangedMeanwhile: when somebody else changed the same text.
    """
    writing(by, section.minutes)
    return keep_changes(by=by, record=section, changes=changes, seen_version=seen_version)


@transaction.atomic
def delete_section(*, by: Member, section: MinutesSection) -> None:
    """Delete a section that nobody has remarked on.

    Raises:
        NotInThisState: when the minutes are circulated or agreed.
        RemarkedOn: when there is a remark, which is kept for ever.
    """
    writing(by, section.minutes)
    if section.remarks.exists():
        raise RemarkedOn
    keep_deletion(by=by, record=section)


@transaction.atomic
def move_section(*, by: Member, section: MinutesSection, up: bool) -> None:
    """Let a section change places with its neighbour; the first does not go up, nor the last down.

    Raises:
        NotInThisState: when the minutes are circulated or agreed.
    """
    minutes = writing(by, section.minutes)
    order = list(minutes.sections.all())
    place = order.index(section)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(order):
        return
    order[place], order[other] = order[other], order[place]
    for position, each in enumerate(order, start=1):
        keep_changes(by=by, record=each, changes={"position": position})


def add_minutes_document(*, by: Member, minutes: Minutes, **fields: Any) -> Document:
    """Attach the signed scan or an annex: see `add_document` for what it raises."""
    require(may_add_minutes_document(by, minutes))
    return add_document(by=by, of=minutes, **fields)


def writing(by: Member, minutes: Minutes) -> Minutes:
    """Return the minutes, locked, which `by` may write now.

    Raises:
        NotInThisState: when they are circulated or agreed.
    """
    locked = lock(minutes)
    require(writes_minutes_of(by, locked.meeting))
    if not locked.is_draft:
        raise NotInThisState(locked)
    return locked


def _add_section_on(by: Member, minutes: Minutes, item: AgendaItem) -> MinutesSection:
    titles = {name: getattr(item, name) for name in columns("title")}
    section = MinutesSection(
        minutes=minutes,
        agenda_item=item,
        position=item.position,
        is_illustrative=item.is_illustrative,
        **titles,
    )
    return keep_new(by=by, record=section)
