"""Where two wordings of a text differ, word by word; Chinese by character."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, takewhile
from typing import Literal

WORD = re.compile(r"[\u3400-\u9fff]|\s+|[^\s\u3400-\u9fff]+")
# Words of both texts multiplied: beyond this the comparison takes seconds, and nobody reads it word by word.
MOST_COMPARISONS = 1_000_000
WORDS_AROUND = 8  # shown before and after what changed, spaces counted
ELLIPSIS = "…"

Kind = Literal["same", "gone", "new"]


@dataclass(frozen=True)
class Piece:
    """A stretch of a text that stayed, went or came."""

    text: str
    kind: Kind


def pieces_of(old: str, new: str) -> tuple[Piece, ...]:
    """Return both texts as one, what stayed far from a change left out."""
    before, after = WORD.findall(old), WORD.findall(new)
    pieces = [Piece("".join(words), kind) for kind, words in _joined(_runs(before, after))]
    return tuple(_shortened(piece, place, len(pieces)) for place, piece in enumerate(pieces))


def _runs(before: list[str], after: list[str]) -> Iterator[tuple[Kind, Sequence[str]]]:
    """Set the common beginning and end aside: most texts are changed in one place."""
    head = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    rest = zip(reversed(before[head:]), reversed(after[head:]), strict=False)
    tail = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], rest))
    yield "same", before[:head]
    yield from _middle(before[head : len(before) - tail], after[head : len(after) - tail])
    yield "same", before[len(before) - tail :]


def _middle(before: list[str], after: list[str]) -> Iterator[tuple[Kind, Sequence[str]]]:
    if len(before) * len(after) > MOST_COMPARISONS:
        yield "gone", before
        yield "new", after
        return
    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            yield "same", before[start:end]
        else:
            yield "gone", before[start:end]
            yield "new", after[new_start:new_end]


def _joined(runs: Iterator[tuple[Kind, Sequence[str]]]) -> Iterator[tuple[Kind, list[str]]]:
    filled = (run for run in runs if run[1])
    for kind, group in groupby(filled, key=lambda run: run[0]):
        yield kind, [word for _kind, words in group for word in words]


def _shortened(piece: Piece, place: int, pieces: int) -> Piece:
    """Keep of a long stretch that stayed only the words beside a change."""
    words = WORD.findall(piece.text)
    if piece.kind != "same" or len(words) <= 2 * WORDS_AROUND:
        return piece
    first = "" if place == 0 else "".join(words[:WORDS_AROUND])
    last = "" if place == pieces - 1 else "".join(words[-WORDS_AROUND:])
    return Piece(f"{first}{ELLIPSIS}{last}", "same")
