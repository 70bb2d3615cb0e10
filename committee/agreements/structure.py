"""The paragraphs and points of an article, read from the numbers with which its lines begin.

The text itself stays as it was signed; each language numbers in its own manner.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

STYLES = [
    re.compile(pattern)
    for pattern in (
        r"\d{1,2}[.．、](?!\d)",
        r"[(（]\d{1,2}[)）]",
        r"\d{1,2}[)）]",
        r"[①-⑳]",
        r"[一二三四五六七八九十]{1,3}、",
        r"[(（][一二三四五六七八九十]{1,3}[)）]",
        r"[가나다라마바사아자차카타파하][.)]\s",
        r"\(?[a-z]\)",
        r"[-–—•·]\s",
    )
]
# Where a paragraph or point stands: (2,) is the second paragraph, (2, 1) its first point.
Path = tuple[int, ...]


@dataclass(frozen=True)
class Clause:
    """A paragraph or a point: its number as written, '' where it has none, and what it says."""

    path: Path
    number: str
    text: str

    @property
    def depth(self) -> int:
        return len(self.path)


def clauses_of(text: str) -> list[Clause]:
    """Return the paragraphs and points of a text in their order.

    The manner of numbering that comes first is that of paragraphs, the next one that of points in them,
    and so on. A line without a number goes on with the clause before it, after an empty line it is its own.
    """
    return list(_clauses(text))


def _clauses(text: str) -> Iterator[Clause]:
    manners: list[int] = []  # the manners of numbering that are open, outermost first
    counts = [0]
    pending: Clause | None = None
    starts_anew = True
    for line in (each.strip() for each in text.splitlines()):
        if not line:
            starts_anew = True
            continue
        manner, number, rest = _numbered(line)
        if manner is None and pending and not starts_anew:
            pending = Clause(pending.path, pending.number, f"{pending.text}\n{line}")
            continue
        if pending:
            yield pending
        starts_anew = False
        if manner is None:
            manners = []
        elif manner in manners:
            del manners[manners.index(manner) + 1 :]
        else:
            manners.append(manner)
        depth = max(len(manners), 1)
        counts = [*counts[:depth], 0] if len(counts) > depth else [*counts, *[0] * (depth + 1 - len(counts))]
        counts[depth - 1] += 1
        pending = Clause(tuple(counts[:depth]), number, rest)
    if pending:
        yield pending


def _numbered(line: str) -> tuple[int | None, str, str]:
    """Return the manner in which a line is numbered, its number and the rest of it."""
    for manner, style in enumerate(STYLES):
        if found := style.match(line):
            return manner, found.group().strip(), line[found.end() :].strip()
    return None, "", line
