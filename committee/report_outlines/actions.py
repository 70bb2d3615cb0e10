"""What the secretariats do with the outline of a report while it is a draft."""

from collections.abc import Mapping

from django.db import transaction

from committee.history.actions import keep_changes, keep_new, lock
from committee.history.models import Record
from committee.members.models import Member
from committee.pages.permissions import require
from committee.report_outlines.models import OutlineSection, ReportOutline
from committee.report_outlines.outline import frozen_report, sections_of
from committee.report_outlines.permissions import may_arrange
from committee.report_outlines.rules import AlwaysPrinted, ReportFrozen


@transaction.atomic
def show_section(
    *, by: Member, meeting: Record, section: str, is_shown: bool, seen_version: int
) -> OutlineSection:
    """Print a section, or leave it out with its introduction, which is kept.

    Raises:
        ReportFrozen: when the report is in review or further.
        AlwaysPrinted: when other sections count what it lists.
        ChangedMeanwhile: when somebody else switched it.
    """
    found = _opened(by, meeting)[section]
    if found.is_always_printed and not is_shown:
        raise AlwaysPrinted
    return keep_changes(by=by, record=found, changes={"is_shown": is_shown}, seen_version=seen_version)


@transaction.atomic
def move_section(
    *, by: Member, meeting: Record, section: str, by_places: int, seen_version: int
) -> OutlineSection:
    """Let a section change places with the one before it (-1) or after it (1) of its kind.

    Raises:
        ReportFrozen: when the report is in review or further.
        ChangedMeanwhile: when somebody else moved it.
    """
    sections = _opened(by, meeting)
    moved = sections[section]
    order = [each for each in sections.values() if each.place == moved.place]
    place = order.index(moved) + by_places
    if not 0 <= place < len(order):
        return moved
    other = order[place]
    here, there = moved.position, other.position
    moved = keep_changes(by=by, record=moved, changes={"position": there}, seen_version=seen_version)
    keep_changes(by=by, record=other, changes={"position": here})
    return moved


@transaction.atomic
def introduce_section(
    *, by: Member, meeting: Record, section: str, seen_version: int | None = None, **changes: object
) -> OutlineSection:
    """Write what a section begins with; an introduction without words is none.

    Raises:
        ReportFrozen: when the report is in review or further.
        ChangedMeanwhile: when somebody else changed the same.
    """
    found = _opened(by, meeting)[section]
    require(found.takes_introduction)
    return keep_changes(by=by, record=found, changes=changes, seen_version=seen_version)


@transaction.atomic
def keep_translated(
    *, by: Member, record: OutlineSection, changes: Mapping[str, str], comment: str
) -> OutlineSection:
    """Save a translated introduction.

    Raises:
        ReportFrozen: when the report is in review or further.
    """
    _refuse_frozen(lock(record.outline.meeting))
    return keep_changes(by=by, record=record, changes=changes, comment=comment)


def _opened(by: Member, meeting: Record) -> dict[str, OutlineSection]:
    """Return the sections of a report in their order, each with its row, which `by` may change now."""
    require(may_arrange(by))
    locked = lock(meeting)
    _refuse_frozen(locked)
    sections = sections_of(locked.pk)
    if any(each.pk is None for each in sections):
        _keep_order(_outline_of(by, locked), sections)
    return {each.section: each for each in sections}


def _refuse_frozen(meeting: Record) -> None:
    if report := frozen_report(meeting):
        raise ReportFrozen(report)


def _outline_of(by: Member, meeting: Record) -> ReportOutline:
    kept = ReportOutline.objects.filter(meeting=meeting.pk).first()
    is_illustrative = meeting.is_illustrative
    return kept or keep_new(
        by=by, record=ReportOutline(meeting_id=meeting.pk, is_illustrative=is_illustrative)
    )


def _keep_order(outline: ReportOutline, sections: list[OutlineSection]) -> None:
    """Give each section its row and its position; that alone changes nothing, and is no act of anybody's."""
    new = [each for each in sections if each.pk is None]
    for position, each in enumerate(sections, start=1):
        each.outline, each.position = outline, position
    OutlineSection.objects.bulk_update([each for each in sections if each not in new], ["position"])
    OutlineSection.objects.bulk_create(new)
