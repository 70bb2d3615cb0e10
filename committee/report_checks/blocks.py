"""What changed between two states of one part of a report."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from committee.printing.content import (
    Block,
    Chart,
    Facts,
    Figures,
    Listing,
    Paragraph,
    SideBySide,
    Statement,
    Table,
)
from committee.report_checks.changes import (
    Change,
    came,
    changes_of_pairs,
    marks,
    text_change,
    unseen,
    went,
    within,
)
from committee.report_checks.naming import kind_of, name_of, quoted, title_of
from committee.report_checks.pairs import Pair, is_same, paired
from committee.report_checks.tables import changes_of_chart, changes_of_table


def changes_of_blocks(old: Sequence[Block], new: Sequence[Block], where: str = "") -> Iterator[Change]:
    """Tell of blocks that came, went, moved, and of what changed inside those that stayed."""
    for pair in paired(_flat(old), _flat(new), name_of, kind_of):
        if pair.old is None or pair.new is None:
            yield _come_or_gone(pair, where)
            continue
        inside = within(where, title_of(pair.new))
        if pair.has_moved:
            yield Change(_("%(where)s stands at another place.") % {"where": inside})
        yield from changes_of(pair.old, pair.new, inside)


def changes_of(old: Any, new: Any, where: str) -> Iterator[Change]:
    """Tell what changed inside a part; of any two that are not the same, at least one thing."""
    if is_same(old, new):
        return
    found = [*marks(old, new, where), *RULES.get(type(new), changes_of_fields)(old, new, where)]
    yield from found or [unseen(where)]


def changes_of_fields(old: Any, new: Any, where: str) -> Iterator[Change]:
    """Compare texts, blocks and parts of any content class, one without a rule of its own included."""
    for field in dataclasses.fields(new):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if is_same(before, after):
            continue
        if isinstance(before, str) and isinstance(after, str):
            yield text_change(where, before, after)
        elif hasattr(before, "words") and hasattr(after, "words"):
            yield text_change(where, before.words, after.words)
        elif field.name == "blocks":
            yield from changes_of_blocks(before, after, where)


def _of_paragraph(old: Paragraph, new: Paragraph, where: str) -> Iterator[Change]:
    if old.text != new.text:
        yield text_change(where, old.text, new.text)


def _of_listing(old: Listing, new: Listing, where: str) -> Iterator[Change]:
    pairs = paired(old.items, new.items, str)
    yield from went(where, [quoted(pair.old) for pair in pairs if pair.old is not None and pair.new is None])
    yield from came(where, [quoted(pair.new) for pair in pairs if pair.new is not None and pair.old is None])


def _of_facts(old: Facts, new: Facts, where: str) -> Iterator[Change]:
    return changes_of_pairs(old.pairs, new.pairs, where)


def _of_figures(old: Figures, new: Figures, where: str) -> Iterator[Change]:
    before, after = ([(each.label, each) for each in part.figures] for part in (old, new))
    return changes_of_pairs(before, after, where)


def _of_statement(old: Statement, new: Statement, where: str) -> Iterator[Change]:
    for before, after in ((old.course, new.course), (old.standing, new.standing)):
        if before.words != after.words:
            yield text_change(where, before.words, after.words)
    yield from changes_of_blocks(old.blocks, new.blocks, where)


def _come_or_gone(pair: Pair[Any], where: str) -> Change:
    if pair.new is not None:
        return Change(_("%(part)s is new.") % {"part": within(where, title_of(pair.new))})
    return Change(_("%(part)s is no longer there.") % {"part": within(where, title_of(pair.old))})


def _flat(blocks: Sequence[Block]) -> list[Block]:
    """Take statements out of their pairs: a second one that joins a first has not changed it."""
    return [
        each for block in blocks for each in (block.statements if isinstance(block, SideBySide) else (block,))
    ]


RULES: dict[type, Callable[[Any, Any, str], Iterator[Change]]] = {
    Paragraph: _of_paragraph,
    Listing: _of_listing,
    Facts: _of_facts,
    Figures: _of_figures,
    Statement: _of_statement,
    Table: changes_of_table,
    Chart: changes_of_chart,
}
