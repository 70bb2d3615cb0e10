"""The contents of a report: its chapters, its tables and its charts, each with the place it is found at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from committee.printing.content import Chart, Report, Section, Subsection, Table
from committee.printing.snapshot import walk

KINDS = ("chart", "table")


@dataclass(frozen=True)
class Entry:
    """One line: where it leads, and the page, once that is known; a table and a chart have their number."""

    text: str
    anchor: str
    page: int | None = None
    number: int | None = None
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

    def entry(text: str, anchor: str, *below: Entry) -> Entry:
        return Entry(text, anchor, pages.get(anchor), below=below)

    return [
        entry(
            section.heading,
            f"part-{number}",
            *(
                entry(block.heading, f"part-{number}-{place}")
                for place, block in enumerate(section.blocks, start=1)
                if isinstance(block, Subsection)
            ),
        )
        for number, section in enumerate(report.sections, start=1)
    ]


def lists_of(report: Report, pages: Mapping[str, int]) -> list[Listed]:
    """Return what is numbered, kind by kind, in the order of the pages."""
    numbered = [pair for section in report.sections for pair in _numbered(section)]
    return [
        Listed(
            kind,
            tuple(
                Entry(caption, f"{kind}-{number}", pages.get(f"{kind}-{number}"), number)
                for number, caption in enumerate(
                    (caption for each, caption in numbered if each == kind), start=1
                )
            ),
        )
        for kind in KINDS
    ]


def numbers_before(report: Report, chapter: int) -> Numbers:
    """Return the count as it stands before a chapter, which is counted from 1."""
    counted = [kind for section in report.sections[: chapter - 1] for kind, _caption in _numbered(section)]
    return Numbers(**{kind: counted.count(kind) for kind in KINDS})


def _numbered(section: Section) -> Iterator[tuple[str, str]]:
    """Yield the kind and the caption of what is numbered, in the order in which it is printed."""
    for part in walk(section):
        if isinstance(part, Chart):
            yield "chart", part.caption
        elif isinstance(part, Table) and part.is_numbered:
            yield "table", part.caption
