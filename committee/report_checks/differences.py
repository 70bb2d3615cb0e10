"""What changed between two contents of a report, in the reader's words.

Whatever is not the same gives at least one difference: approvals are bound to the content, and who is
asked again is told why.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from committee.languages.wording import LANGUAGES, suffix_of
from committee.printing.content import Cover, Report, Section
from committee.printing.snapshot import from_json, to_json
from committee.report_checks.blocks import changes_of_blocks, changes_of_fields
from committee.report_checks.changes import Change, changes_of_pairs, marks, text_change, unseen
from committee.report_checks.naming import quoted
from committee.report_checks.pairs import Pair, is_same, paired
from committee.report_checks.pieces import Piece


@dataclass(frozen=True)
class Difference:
    """One thing that is otherwise in a chapter; `section` is its key, '' for what stands before all chapters.

    `pieces` shows a long text word by word; it is written in `language`, a tag, as the headings quoted are.
    """

    section: str
    heading: str
    words: str
    pieces: tuple[Piece, ...]
    language: str


def differences(old: Report, new: Report) -> list[Difference]:
    """Compare two contents of one report in one language; in the order of the new one."""
    old, new = _as_stored(old), _as_stored(new)
    if is_same(old, new):
        return []
    tag = LANGUAGES[suffix_of(new.language)]
    found = [
        *_told("", _("Cover"), _of_front(old, new), tag),
        *(each for pair in _sections(old, new) for each in _of_section(pair, tag)),
    ]
    return found or _told("", _("Report"), [unseen(_("Report"))], tag)


def _sections(old: Report, new: Report) -> list[Pair[Section]]:
    return paired(old.sections, new.sections, lambda section: section.key or section.heading)


def _of_front(old: Report, new: Report) -> Iterator[Change]:
    if old.language != new.language:
        yield Change(_("The language is another."))
    if old.covered != new.covered or old.made_on != new.made_on:
        yield Change(_("The time covered is another."))
    yield from _of_cover(old.cover, new.cover)
    for label, before, after in (
        (_("Identifier"), old.identifier, new.identifier),
        (_("What is said of its approval"), old.standing, new.standing),
        (_("Notes"), "\n".join(old.notes), "\n".join(new.notes)),
    ):
        if before != after:
            yield text_change(label, before, after)
    if not is_same(old.reading, new.reading):
        yield Change(_("The words on how to read the report were changed."))


def _of_cover(old: Cover, new: Cover) -> Iterator[Change]:
    if not is_same(old.cities, new.cities):
        before, after = ("–".join(city.name for city in cover.cities) for cover in (old, new))
        yield text_change(_("Cities"), before, after)
    yield from changes_of_fields(old, new, _("Cover"))
    yield from changes_of_pairs(old.facts, new.facts, _("Cover"))
    if old.illustrative != new.illustrative:
        yield unseen(_("Cover"))


def _of_section(pair: Pair[Section], tag: str) -> list[Difference]:
    section = pair.new or pair.old
    assert section is not None, "one of a pair is there"
    return _told(section.key, section.heading, _changes_of_section(pair), tag)


def _changes_of_section(pair: Pair[Section]) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if new is None:
        yield Change(_("The chapter is no longer there."))
    elif old is None:
        yield Change(_("The chapter is new."))
    else:
        if pair.has_moved:
            yield Change(_("The chapter stands at another place."))
        if old.heading != new.heading:
            yield text_change(_("Heading"), old.heading, new.heading)
        found = [*marks(old, new, quoted(new.heading)), *changes_of_blocks(old.blocks, new.blocks)]
        yield from found
        if not found and old.heading == new.heading and not is_same(old, new):
            yield unseen(quoted(new.heading))


def _told(section: str, heading: str, changes: Iterable[Change], tag: str) -> list[Difference]:
    return [Difference(section, heading, each.words, each.pieces, tag) for each in changes]


def _as_stored(report: Report) -> Report:
    """Bring what was gathered just now and what was kept into one form: tuples in charts become lists."""
    stored: dict[str, Any] = json.loads(json.dumps(to_json(report)))
    return from_json(stored)
