"""The contents of a report: its chapters, its tables and its charts, each with the place it is found at."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from committee.printing.content import Chart, Report, Section, Subsection, Table
from committee.printing.lengths import width_of
from committee.printing.snapshot import walk

KINDS = ("chart", "table")
# In lines of the contents: what a page holds, what the rest of the front takes, and how wide one is.
LINES_A_PAGE, LINES_BESIDE, LETTERS_A_LINE = 52, 20, 90


@dataclass(frozen=True)
class Entry:
    """One line: where it leads, its number as printed, and the page, once that is known."""

    text: str
    anchor: str
    page: int | None = None
    number: str = ""
    below: tuple["Entry", ...] = ()


@dataclass(frozen=True)
class Listed:
    """All charts of a report, or all its tables."""

    kind: str
    entries: tuple[Entry, ...]


class Numbers:
    """Counts charts and tables while they are printed; a chapter goes on where the one before it ended."""

    def __init__(self, **last: int) -> None:
        self._last = dict.fromkeys(KINDS, 0) | last

    def next(self, kind: str) -> int:
        self._last[kind] += 1
        return self._last[kind]


def chapters_of(report: Report, pages: Mapping[str, int]) -> list[Entry]:
    """Return the chapters with their subsections; `pages` says what is found where, as far as known."""

    numbered = zip(report.sections, chapter_numbers(report), strict=True)
    return [
        Entry(
            section.heading,
            f"part-{place}",
            pages.get(f"part-{place}"),
            number,
            tuple(_below(section, f"part-{place}", number, pages)),
        )
        for place, (section, number) in enumerate(numbered, start=1)
    ]


def chapter_numbers(report: Report) -> list[str]:
    """Return the number of each chapter, the letter of each annex, and '' for what stands in front."""
    chapters, annexes = itertools.count(1), itertools.count()

    def number(section: Section) -> str:
        match section.place:
            case "main":
                return str(next(chapters))
            case "annex":
                return letters(next(annexes))
            case _front:
                return ""

    return [number(section) for section in report.sections]


def letters(place: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    before, letter = divmod(place, len(ascii_uppercase))
    return (letters(before - 1) if before else "") + ascii_uppercase[letter]


def _below(section: Section, anchor: str, number: str, pages: Mapping[str, int]) -> Iterator[Entry]:
    counted = itertools.count(1)
    for place, block in enumerate(section.blocks, start=1):
        if isinstance(block, Subsection):
            own, count = f"{anchor}-{place}", next(counted)
            yield Entry(block.heading, own, pages.get(own), f"{number}.{count}" if number else "")


def lists_of(report: Report, pages: Mapping[str, int]) -> list[Listed]:
    """Return what is numbered, kind by kind, in the order of the pages."""
    numbered = [pair for section in report.sections for pair in _numbered(section)]
    return [
        Listed(
            kind,
            tuple(
                Entry(caption, f"{kind}-{number}", pages.get(f"{kind}-{number}"), str(number))
                for number, caption in enumerate(
                    (caption for each, caption in numbered if each == kind), start=1
                )
            ),
        )
        for kind in KINDS
    ]


def likely_length(report: Report) -> int:
    """Return how many pages contents and lists probably fill: a wrong guess costs a second layout of them."""
    chapters = chapters_of(report, {})
    entries = [*chapters, *(each for chapter in chapters for each in chapter.below)]
    entries += [entry for listed in lists_of(report, {}) for entry in listed.entries]
    lines = LINES_BESIDE + sum(1 + width_of(str(entry.text)) // LETTERS_A_LINE for entry in entries)
    return 1 + lines // LINES_A_PAGE


def numbers_before(report: Report, chapter: int) -> Numbers:
    """Return the count as it stands before a chapter, which is counted from 1."""
    counted = [kind for section in report.sections[: chapter - 1] for kind, _caption in _numbered(section)]
    return Numbers(**{kind: counted.count(kind) for kind in KINDS})


def _numbered(section: Section) -> Iterator[tuple[str, str]]:
    """Yield the kind and the caption of what is numbered, in the order in which it is printed."""
    for part in walk(section, into=lambda part: not isinstance(part, Table)):
        if isinstance(part, Chart):
            yield "chart", part.caption
        elif isinstance(part, Table) and part.is_numbered:
            yield "table", part.caption
