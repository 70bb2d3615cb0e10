"""What the secretariats say at the beginning of a section, as the report prints it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, cast

from committee.languages.wording import Wording
from committee.printing.content import Paragraph, Section
from committee.report_outlines.models import OutlineSection

EMPTY_LINES = re.compile(r"\n\s*\n")


def introduced(section: OutlineSection, said: Sequence[Section]) -> list[Section]:
    """Return the chapters that a section says, the first one opened by its introduction.

    A section that has nothing to say of this meeting becomes a chapter that holds the introduction alone.
    """
    opening = paragraphs(section.introduction)
    if not opening:
        return list(said)
    first, *others = said or [_chapter_of(section)]
    is_illustrative = first.illustrative or section.is_illustrative
    return [replace(first, blocks=(*opening, *first.blocks), illustrative=is_illustrative), *others]


def paragraphs(text: Wording) -> tuple[Paragraph, ...]:
    """Return a text by its paragraphs, set apart by empty lines; each knows its language and record."""
    parts = (part.strip() for part in EMPTY_LINES.split(text.plain.replace("\r\n", "\n")))
    return tuple(
        Paragraph(Wording(part, text.language, text.source), manner="lead") for part in parts if part
    )


def _chapter_of(section: OutlineSection) -> Section:
    place = cast("Literal['front', 'main', 'annex']", section.place)
    return Section(section.title, (), key=section.section, place=place)
