"""Mending the wording of a text: after a slip of spelling its other languages are right as they were."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Any

from django.utils.translation import gettext_lazy as _

from committee.history.models import HistoryEntry, Record
from committee.languages.wording import language_of_column
from committee.rules import BrokenRule

LEAST_LIKENESS = 0.8
# What turns the meaning of a sentence within a few letters. All negations count alike: to write 않 for 안
# is the commonest slip of all.
FIGURE = r"\d+|[零〇一二两三四五六七八九十百千万亿]+"
NEGATION = (
    r"[不没未无非勿]|[안않못없]|아니|아닌|아닙|아님|n[’']t\b"
    r"|\b(?:not?|never|none|nor|neither|nobody|nothing|without|cannot)\b"
)
DECISIVE = re.compile(rf"(?P<figure>{FIGURE})|{NEGATION}", re.IGNORECASE)
_is_mending: ContextVar[bool] = ContextVar("is_mending", default=False)


class MoreThanWording(BrokenRule):
    """Who mends the wording leaves what is said: neither figures nor negations change, and little else."""

    def __init__(self, field: str) -> None:
        super().__init__(
            _(
                "This changes more than the wording: figures, a “not”, more than a fifth of a text, or what "
                "is no text. Save it as a change."
            ),
            field=field,
        )


@contextmanager
def mending(is_so: bool) -> Iterator[None]:
    """Have what is changed inside kept as mended wording, where `is_so`; anything else is refused."""
    before = _is_mending.set(is_so)
    try:
        yield
    finally:
        _is_mending.reset(before)


def is_mending() -> bool:
    return _is_mending.get()


def says_the_same(before: str, after: str) -> bool:
    """Whether a text has the same figures and negations, and nearly the same letters.

    A text may be added where none was. Other words of opposite meaning are not told from slips.
    """
    if not before:
        return True
    return _decisive(before) == _decisive(after) and _likeness(before, after) >= LEAST_LIKENESS


def said_before_mending(record: Record, names: Iterable[str]) -> dict[str, str]:
    """Return what those of a record's texts said last that have been mended since, however often.

    Many small steps would lead anywhere, if each were held against the one before it.
    """
    said, looked_for = {}, set(names)
    for entry in HistoryEntry.objects.of(record):
        for name in looked_for & entry.changes.keys():
            before = entry.changes[name][0]
            if entry.verb == HistoryEntry.Verb.MENDED and before:
                said[name] = before
            else:
                looked_for.remove(name)
    return said


def refuse_another_meaning(record: Record, changes: Mapping[str, Sequence[Any]]) -> None:
    """Refuse changes, name → [before, after], of anything but the wording of texts in languages.

    Raises:
        MoreThanWording: naming the first field.
    """
    said = said_before_mending(record, changes)
    for name, (before, after) in changes.items():
        if not language_of_column(name) or not says_the_same(said.get(name, before or ""), after or ""):
            raise MoreThanWording(name)


def _decisive(text: str) -> list[str]:
    """Return the figures of a text, and "" for each negation, in their order."""
    return [found["figure"] or "" for found in DECISIVE.finditer(text)]


def _likeness(before: str, after: str) -> float:
    """Return how much of both texts is the same, from 0 to 1; long ones mostly differ in one place."""
    head = _alike_from_the_start(before, after)
    one, other = before[head:], after[head:]
    tail = _alike_from_the_start(one[::-1], other[::-1])
    rest = SequenceMatcher(None, one[: len(one) - tail], other[: len(other) - tail], autojunk=False)
    same = head + tail + sum(block.size for block in rest.get_matching_blocks())
    return 2 * same / (len(before) + len(after))


def _alike_from_the_start(one: str, other: str) -> int:
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
