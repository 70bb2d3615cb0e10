"""By what a part of a report is known, to readers and from one content to the next."""

from collections.abc import Hashable
from typing import Any

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.printing.content import (
    Chart,
    Facts,
    Figures,
    Listing,
    Paragraph,
    Row,
    Statement,
    Subsection,
    Table,
)

LONGEST_NAME = 60
UNNAMED: dict[type, Promise] = {
    Figures: gettext_lazy("figures"),
    Facts: gettext_lazy("facts"),
    Listing: gettext_lazy("list"),
}


def name_of(block: Any) -> Hashable:
    """Return what stays the same while a part changes: its record, its caption, its heading, its words."""
    if mention := getattr(block, "mention", None):
        return str(mention.record)
    if isinstance(block, Statement):
        return block.city, block.period
    for field in ("caption", "heading", "text"):
        if name := getattr(block, field, ""):
            return type(block).__name__, str(name)
    return type(block).__name__


def kind_of(block: Any) -> Hashable:
    """Return what two parts have in common of which one took the other's place; records never do."""
    return None if getattr(block, "mention", None) else type(block).__name__


def name_of_row(row: Row) -> Hashable:
    return row.mention.record if row.mention else (row.is_total, title_of_row(row))


def title_of_row(row: Row) -> str:
    return cell_text(row.cells[0]) if row.cells else ""


def title_of(block: Any) -> str:
    """Return how a reader finds the part."""
    if isinstance(block, Statement):
        return _("statement of %(city)s, %(period)s") % {"city": block.city, "period": block.period}
    if isinstance(block, Table):
        return _("table “%(caption)s”") % {"caption": short(block.caption)}
    if isinstance(block, Chart):
        return _("figure “%(caption)s”") % {"caption": short(block.caption)}
    if isinstance(block, Subsection):
        return quoted(block.heading)
    if isinstance(block, Paragraph):
        return _("paragraph “%(words)s”") % {"words": short(block.text)}
    named = getattr(block, "caption", "")
    return quoted(named) if named else str(UNNAMED.get(type(block), _("a part without a heading")))


def cell_text(cell: Any) -> str:
    """Return what a cell or figure prints as one line."""
    if hasattr(cell, "words"):
        return str(cell.words)
    if hasattr(cell, "lines"):
        return " / ".join(map(str, cell.lines))
    if hasattr(cell, "number"):
        return f"{cell.number} {cell.remark}".strip()
    return str(cell)


def quoted(words: object) -> str:
    return f"“{short(words)}”"


def short(words: object) -> str:
    return Truncator(" ".join(str(words).split())).chars(LONGEST_NAME)
