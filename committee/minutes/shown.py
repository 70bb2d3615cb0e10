"""What the page of minutes shows to one reader."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from committee.documents.attached import documents_of
from committee.history.models import HistoryEntry
from committee.languages.wording import SUFFIXES
from committee.members.models import Member
from committee.minutes.attendance import attendance_in
from committee.minutes.content import lacking
from committee.minutes.edition import decisions_in, has_moved_on, is_intact, shown_content
from committee.minutes.models import Minutes, MinutesSection
from committee.minutes.permissions import (
    agrees_for,
    may_add_minutes_document,
    may_answer_remark,
    may_delete_minutes,
    may_remark,
    may_take_back,
    may_write,
)
from committee.minutes.remarks import Remark
from committee.minutes.wording import whose_turn


@dataclass(frozen=True)
class ShownRemark:
    remark: Remark
    may_answer: bool


@dataclass(frozen=True)
class ShownSection:
    """A section with its remarks and the suffixes of the languages it lacks."""

    section: MinutesSection
    lacks: list[str]
    remarks: list[ShownRemark]


def shown_to(reader: Member, minutes: Minutes) -> dict[str, Any]:
    content = shown_content(minutes)
    sections = _sections(reader, minutes)
    open_remarks = sum(each.remark.state == Remark.State.OPEN for shown in sections for each in shown.remarks)
    return {
        "minutes": minutes,
        "turn": whose_turn(minutes, open_remarks),
        "seen": minutes.latest.fingerprint if minutes.latest else "",
        "sections": sections,
        "decisions": decisions_in(content, get_language() or "en"),
        "attendance": attendance_in(content, get_language() or "en"),
        "lacking": list(lacking(content)),
        "left_out": content["without"],
        "has_moved_on": has_moved_on(minutes),
        "is_intact": is_intact(minutes),
        "documents": documents_of(minutes, reader),
        "may_add_document": may_add_minutes_document(reader, minutes),
        "may_write": may_write(reader, minutes),
        "may_delete": may_delete_minutes(reader, minutes),
        "may_take_back": may_take_back(reader, minutes),
        "may_remark": may_remark(reader, minutes),
        "may_agree": agrees_for(reader, minutes),
        "history": HistoryEntry.objects.about(minutes),
    }


def _sections(reader: Member, minutes: Minutes) -> list[ShownSection]:
    found = minutes.sections.prefetch_related(
        "remarks__by__city", "remarks__answered_by", "remarks__on_version"
    )
    return [ShownSection(section, _lacks(section), _remarks(reader, minutes, section)) for section in found]


def _remarks(reader: Member, minutes: Minutes, section: MinutesSection) -> list[ShownRemark]:
    section.minutes = minutes
    shown = []
    for remark in section.remarks.all():
        remark.section = section
        shown.append(ShownRemark(remark, may_answer_remark(reader, remark)))
    return shown


def _lacks(section: MinutesSection) -> list[str]:
    return [
        suffix
        for suffix in SUFFIXES
        if not (getattr(section, f"title_{suffix}") and getattr(section, f"text_{suffix}"))
    ]
