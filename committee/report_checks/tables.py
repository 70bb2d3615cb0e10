"""What changed in a table, and in a chart with the figures behind it."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from committee.printing.content import Chart, Column, Row, Table
from committee.report_checks.changes import Change, came, changes_of_pairs, marks, text_change, unseen, went
from committee.report_checks.naming import name_of_row, quoted, title_of_row
from committee.report_checks.pairs import Pair, is_same, paired
from committee.report_checks.pieces import pieces_of
from committee.report_checks.vega import figures_of


def changes_of_table(old: Table, new: Table, where: str) -> Iterator[Change]:
    """Tell which columns and rows came, went and changed; a row is known by its record or its first cell."""
    for before, after in ((old.caption, new.caption), (old.note, new.note)):
        if before != after:
            yield text_change(where, before, after)
    columns = paired(old.columns, new.columns, lambda column: str(column.heading))
    yield from _come_and_gone(
        columns, where, lambda column: _("column “%(heading)s”") % {"heading": column.heading}
    )
    if any(pair.has_moved for pair in columns):
        yield Change(_("%(where)s: the columns stand in another order.") % {"where": where})
    rows = paired(old.rows, new.rows, name_of_row)
    yield from _come_and_gone(rows, where, lambda row: quoted(title_of_row(row)))
    if any(pair.has_moved for pair in rows):
        yield Change(_("%(where)s: the rows stand in another order.") % {"where": where})
    for pair in rows:
        if pair.old is not None and pair.new is not None and not is_same(pair.old, pair.new):
            yield from _of_row(pair.old, pair.new, old.columns, new.columns, where)


def changes_of_chart(old: Chart, new: Chart, where: str) -> Iterator[Change]:
    """Tell that other figures are drawn, with what the words for it say now."""
    for before, after in ((old.caption, new.caption), (old.note, new.note)):
        if before != after:
            yield text_change(where, before, after)
    if _canonical(figures_of(old.spec)) != _canonical(figures_of(new.spec)):
        words = _("%(where)s: other figures are drawn.") % {"where": where}
        yield Change(words, pieces_of(old.alt, new.alt) if old.alt != new.alt else ())
    elif old.alt != new.alt:
        yield text_change(where, old.alt, new.alt)
    elif _canonical(old.spec) != _canonical(new.spec):
        yield Change(_("%(where)s is drawn in another way.") % {"where": where})
    if old.table and new.table:
        yield from changes_of_table(old.table, new.table, where)


def _of_row(
    old: Row, new: Row, old_columns: Sequence[Column], new_columns: Sequence[Column], where: str
) -> Iterator[Change]:
    inside = f"{where}, {quoted(title_of_row(new))}"
    stayed = {str(column.heading) for column in old_columns} & {str(column.heading) for column in new_columns}
    before, after = _labelled(old, old_columns, stayed), _labelled(new, new_columns, stayed)
    found = [*changes_of_pairs(before, after, inside), *marks(old, new, inside)]
    if not found and len(before) == len(old.cells) == len(new.cells):
        found.append(unseen(inside))
    yield from found


def _labelled(row: Row, columns: Sequence[Column], stayed: set[str]) -> list[tuple[str, Any]]:
    """Cells under the heads of columns that both tables have; a column that came or went is told once."""
    pairs = zip(columns, row.cells, strict=False)
    return [(str(column.heading), cell) for column, cell in pairs if str(column.heading) in stayed]


def _come_and_gone(pairs: Sequence[Pair[Any]], where: str, title: Any) -> Iterator[Change]:
    yield from went(where, [title(pair.old) for pair in pairs if pair.new is None])
    yield from came(where, [title(pair.new) for pair in pairs if pair.old is None])


def _canonical(values: Any) -> str:
    return json.dumps(values, sort_keys=True, ensure_ascii=False)
