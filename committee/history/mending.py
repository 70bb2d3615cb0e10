"""Mending the wording of a text: after a slip of spelling its other languages are right as they were."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Any

from django.utils.translation import gettext_lazy as _

from committee.languages.wording import language_of_column
from committee.rules import BrokenRule

LEAST_LIKENESS = 0.8
FIGURES = re.compile(r"\d+")
_is_mending: ContextVar[bool] = ContextVar("is_mending", default=False)


class MoreThanWording(BrokenRule):
    """Who mends the wording leaves what is said: texts are neither emptied nor rewritten, figures stay."""

    def __init__(self, field: str) -> None:
        super().__init__(
            _(
                "This changes more than the wording: figures, more than a fifth of a text, or what is no "
                "text. Save it as a change."
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
    """Whether a text has the same figures and nearly the same letters; a text may be added where none was."""
    if not before:
        return True
    return FIGURES.findall(before) == FIGURES.findall(after) and _likeness(before, after) >= LEAST_LIKENESS


def refuse_another_meaning(changes: Mapping[str, Sequence[Any]]) -> None:
    """Refuse changes, name → [before, after], of anything but the wording of texts in languages.

    Raises:
        MoreThanWording: naming the first field.
    """
    for name, (before, after) in changes.items():
        if not language_of_column(name) or not says_the_same(before or "", after or ""):
            raise MoreThanWording(name)


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
