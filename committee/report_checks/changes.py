"""One thing that is otherwise in a report, in the reader's words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committee.languages.sentences import listed
from committee.report_checks.naming import cell_text, quoted
from committee.report_checks.pairs import Pair, paired
from committee.report_checks.pieces import Piece, pieces_of

# Longer texts are shown word by word, shorter ones as they are and were.
LONGEST_IN_WORDS = 80
MOST_NAMED = 5


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise; `pieces` shows a long text word by word."""

    words: str
    pieces: tuple[Piece, ...] = ()


def text_change(where: str, old: str, new: str) -> Change:
    if len(old) + len(new) > LONGEST_IN_WORDS:
        return Change(_("%(where)s: the text was changed.") % {"where": where}, pieces_of(old, new))
    return Change(_("%(where)s: %(change)s") % {"where": where, "change": now_and_before(old, new)})


def now_and_before(old: str, new: str) -> str:
    return _("%(now)s (before: %(before)s)") % {"now": new or "—", "before": old or "—"}


def unseen(where: str) -> Change:
    """The rest: what no reader sees in print, or sees only in how it is drawn or arranged."""
    return Change(
        _("%(where)s: the arrangement, or what is noted beside the text, was changed.") % {"where": where}
    )


def changes_of_pairs(
    old: Sequence[tuple[str, Any]], new: Sequence[tuple[str, Any]], where: str
) -> Iterator[Change]:
    """Compare what stands behind labels: facts, figures, the cells of a row."""
    short = []
    for pair in paired(old, new, lambda each: str(each[0])):
        if pair.old is None or pair.new is None:
            yield _come_or_gone_label(pair, where)
        elif (before := cell_text(pair.old[1])) != (after := cell_text(pair.new[1])):
            if len(before) + len(after) > LONGEST_IN_WORDS:
                yield text_change(f"{where}, {quoted(pair.new[0])}", before, after)
            else:
                short.append(f"{pair.new[0]}: {now_and_before(before, after)}")
    if short:
        yield Change(_("%(where)s: %(change)s") % {"where": where, "change": "; ".join(short)})


def within(where: str, title: str) -> str:
    """Return the way to a part, from the outside in."""
    return f"{where} › {title}" if where else title


def marks(old: Any, new: Any, where: str) -> Iterator[Change]:
    """Tell whether a part became, or is no longer, one that only shows what is meant."""
    before, after = getattr(old, "illustrative", False), getattr(new, "illustrative", False)
    if before and not after:
        yield Change(_("%(where)s is no longer marked as illustrative.") % {"where": where})
    elif after and not before:
        yield Change(_("%(where)s is now marked as illustrative.") % {"where": where})


def came(where: str, names: Sequence[str]) -> Iterator[Change]:
    if names:
        words = ngettext("%(where)s: new: %(names)s", "%(where)s: %(count)s new: %(names)s", len(names))
        yield Change(words % {"where": where, "names": _some(names), "count": len(names)})


def went(where: str, names: Sequence[str]) -> Iterator[Change]:
    if names:
        words = ngettext(
            "%(where)s: no longer there: %(names)s",
            "%(where)s: %(count)s no longer there: %(names)s",
            len(names),
        )
        yield Change(words % {"where": where, "names": _some(names), "count": len(names)})


def _come_or_gone_label(pair: Pair[tuple[str, Any]], where: str) -> Change:
    if pair.new is not None:
        return next(came(where, [f"{quoted(pair.new[0])}: {cell_text(pair.new[1])}"]))
    assert pair.old is not None, "one of a pair is there"
    return next(went(where, [f"{quoted(pair.old[0])}: {cell_text(pair.old[1])}"]))


def _some(names: Sequence[str]) -> str:
    more = [_("and %(count)s more") % {"count": len(names) - MOST_NAMED}] if len(names) > MOST_NAMED else []
    return listed([*names[:MOST_NAMED], *more])
