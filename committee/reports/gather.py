"""From the live tables to one report: the cover and each section are found by their dotted paths."""

import datetime
from collections.abc import Callable
from dataclasses import replace

from django.conf import settings
from django.utils.module_loading import import_string

from committee.printing.checked import Covered
from committee.printing.content import Cover, Report, Scope, Section
from committee.report_outlines.introductions import introduced
from committee.report_outlines.outline import sections_of

SectionSays = Callable[[Scope], Section | tuple[Section, ...] | None]
BeforeSection = Callable[[str], None]
# In the order of print.
PLACES = ("front", "main", "annex")
CoverSays = Callable[[int, str, datetime.date], tuple[Scope, Cover]]


def gather(
    *,
    meeting_id: int,
    language: str,
    today: datetime.date,
    before_section: BeforeSection = lambda path: None,
) -> Report:
    """Let the meeting say what is covered, then each section its part, in the order of the outline.

    The language is already switched on.

    Args:
        today: where the time covered ends when the meeting is still to come.
        before_section: called with the dotted path of each section before it is asked.
    """
    says_cover: CoverSays = import_string(settings.REPORT_COVER)
    scope, cover = says_cover(meeting_id, language, today)
    sections: list[Section] = []
    for outlined in sections_of(meeting_id):
        before_section(outlined.section)
        if outlined.is_shown:
            says_section: SectionSays = import_string(outlined.section)
            sections += introduced(outlined, _keyed(outlined.section, says_section(scope)))
    return Report(
        language=language,
        made_on=scope.end,
        cover=cover,
        sections=tuple(sorted(sections, key=lambda section: PLACES.index(section.place))),
        covered=Covered(scope.start, scope.end),
    )


def _keyed(path: str, said: Section | tuple[Section, ...] | None) -> list[Section]:
    """Name each chapter after what says it; of several, each by its own key behind that: `…:economy`."""
    if said is None:
        return []
    if isinstance(said, Section):
        return [replace(said, key=path)]
    return [replace(section, key=f"{path}:{section.key}") for section in said]
