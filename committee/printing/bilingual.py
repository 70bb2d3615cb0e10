"""An edition in two languages, made of what the same report says in each: article by article.

Texts to be read stand side by side. Tables, charts and large numbers stand once, with their words in both
languages. What only one of the two says is printed in that language, at its place.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from committee.languages.both import Both
from committee.languages.wording import LANGUAGES, Wording, suffix_of
from committee.printing.chart_words import words_of_both
from committee.printing.content import (
    Block,
    Cell,
    Chart,
    Column,
    Cover,
    Facts,
    Figure,
    Figures,
    InLanguage,
    Lines,
    Listing,
    Pair,
    Paragraph,
    Picture,
    Reading,
    Report,
    Row,
    Section,
    SideBySide,
    Statement,
    Status,
    Subsection,
    Table,
)
from committee.printing.matching import Marks, Matched

Item = TypeVar("Item")
# What is read as a text stands beside its translation.
SIDE_BY_SIDE = (Paragraph, Listing, Facts)


def bilingual(first: Report, second: Report, *, identifier: str = "") -> Report:
    """Return both as one report, in the order of the first; it is printed under `identifier`."""
    return _Two(first, second).report(first, second, identifier)


class _Two:
    """Two languages and how what is said in them is joined."""

    def __init__(self, first: Report, second: Report) -> None:
        self.first, self.second = first.language, second.language
        self.marks = Marks(first, second)

    def report(self, first: Report, second: Report, identifier: str) -> Report:
        return replace(
            first,
            second_language=self.second,
            cover=self._cover(first.cover, second.cover),
            sections=tuple(
                self._section(*both) for both in self.marks.matched(first.sections, second.sections)
            ),
            reading=self._reading(first.reading, second.reading),
            identifier=identifier,
            standing=self._words(first.standing, second.standing),
            notes=self._lines(first.notes, second.notes),
        )

    def _words(self, first: str, second: str) -> str:
        """Return a text in both languages; once, where it is the same in both or in one only."""
        if str(first) == str(second) or not second:
            return first
        return Both(_in(self.first, first), _in(self.second, second)) if first else _in(self.second, second)

    def _lines(self, first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
        if sorted(first) == sorted(second):
            return tuple(first)  # each language of a text in several, in another order
        return tuple(self._words(one or "", other or "") for one, other in self.marks.matched(first, second))

    def _cover(self, first: Cover, second: Cover) -> Cover:
        names = {city.position: city.name for city in second.cities}
        return replace(
            first,
            cities=tuple(
                replace(city, name=self._words(city.name, names.get(city.position, "")))
                for city in first.cities
            ),
            committee=self._words(first.committee, second.committee),
            title=self._words(first.title, second.title),
            facts=self._facts(first.facts, second.facts),
            period=self._words(first.period, second.period),
        )

    def _facts(
        self, first: tuple[tuple[str, str], ...], second: tuple[tuple[str, str], ...]
    ) -> tuple[tuple[str, str], ...]:
        if len(first) != len(second):
            return (*first, *((_in(self.second, name), _in(self.second, fact)) for name, fact in second))
        return tuple(
            (self._words(name, other_name), self._words(fact, other_fact))
            for (name, fact), (other_name, other_fact) in zip(first, second, strict=True)
        )

    def _reading(self, first: Reading | None, second: Reading | None) -> Reading | None:
        if first is None or second is None:
            return first
        paragraphs = self._lines(first.paragraphs, second.paragraphs)
        return Reading(self._words(first.heading, second.heading), paragraphs)

    def _section(self, first: Section | None, second: Section | None) -> Section:
        if second is None:
            assert first is not None, "one of two is there"
            return first
        if first is None:
            return replace(
                second, heading=_in(self.second, second.heading), blocks=(self._alone(second.blocks),)
            )
        heading = self._words(first.heading, second.heading)
        return replace(first, heading=heading, blocks=self._blocks(first.blocks, second.blocks))

    def _blocks(self, first: Sequence[Block], second: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(self._joined(self.marks.matched(tuple(_apart(first)), tuple(_apart(second)))))

    def _joined(self, both: Iterable[Matched[Block]]) -> Iterator[Block]:
        """Texts without a partner that follow each other stand beside each other, whatever their number."""
        for is_text_alone, group in groupby(both, key=_is_text_alone):
            if is_text_alone:
                columns = list(group)
                yield self._pair(_only(first for first, _ in columns), _only(second for _, second in columns))
            else:
                for first, second in group:
                    yield from self._block(first, second)

    def _block(self, first: Block | None, second: Block | None) -> Iterator[Block]:
        match first, second:
            case first, None:
                assert first is not None, "one of two is there"
                yield first
            case None, Subsection() as second:
                yield replace(
                    second, heading=_in(self.second, second.heading), blocks=(self._alone(second.blocks),)
                )
            case None, second:
                yield self._alone((second,))
            case first, second if first == second:
                yield first
            case Facts(), Facts():
                yield self._pair((first,), (self._as_ordered_in(first, second),))
            case (Paragraph() | Listing()) as first, second:
                yield self._pair((first,), (second,))
            case _:
                yield from self._of_both(first, second)

    def _as_ordered_in(self, first: Facts, second: Facts) -> Facts:
        """Return the facts in the order of the first, so that those of one city stand beside each other."""
        in_order = (other for _one, other in self.marks.matched(first.pairs, second.pairs))
        return Facts(tuple(other for other in in_order if other is not None))

    def _of_both(self, first: Block, second: Block) -> Iterator[Block]:
        """Join what stands once, with its words in both languages."""
        match first, second:
            case Subsection(), Subsection():
                heading = self._words(first.heading, second.heading)
                yield replace(first, heading=heading, blocks=self._blocks(first.blocks, second.blocks))
            case Statement(), Statement():
                yield self._statement(first, second)
            case Picture(), Picture():
                alt, caption = self._words(first.alt, second.alt), self._words(first.caption, second.caption)
                yield replace(first, alt=alt, caption=caption)
            case Table(), Table() if columns := self.marks.pairs(first.columns, second.columns):
                yield self._table(first, second, columns)
            case Figures(), Figures() if figures := self.marks.pairs(first.figures, second.figures):
                yield Figures(tuple(self._figure(*both) for both in figures))
            case Chart(), Chart() if (
                words := words_of_both(first.spec, second.spec, self.marks)
            ) is not None:
                yield from self._chart(first, second, words)
            case _:
                yield from (first, self._alone((second,)))

    def _statement(self, first: Statement, second: Statement) -> Statement:
        return replace(
            first,
            city=self._words(first.city, second.city),
            period=self._words(first.period, second.period),
            course=self._status(first.course, second.course),
            standing=self._status(first.standing, second.standing),
            blocks=self._blocks(first.blocks, second.blocks),
        )

    def _figure(self, first: Figure, second: Figure) -> Figure:
        return replace(
            first,
            number=self._words(first.number, second.number),
            label=self._words(first.label, second.label),
            remark=self._words(first.remark, second.remark),
        )

    def _table(self, first: Table, second: Table, columns: Sequence[tuple[Column, Column]]) -> Table:
        places = [second.columns.index(other) for _column, other in columns]
        rows = [replace(row, cells=tuple(row.cells[place] for place in places)) for row in second.rows]
        return replace(
            first,
            caption=self._words(first.caption, second.caption),
            columns=tuple(
                replace(column, heading=self._words(column.heading, other.heading))
                for column, other in columns
            ),
            rows=tuple(self._row(*both) for both in self.marks.matched(first.rows, rows)),
            note=self._words(first.note, second.note),
        )

    def _row(self, first: Row | None, second: Row | None) -> Row:
        if second is None:
            assert first is not None, "one of two is there"
            return first
        if first is None:
            return replace(second, cells=tuple(self._cell("", cell) for cell in second.cells))
        return replace(first, cells=tuple(map(self._cell, first.cells, second.cells)))

    def _cell(self, first: Cell, second: Cell) -> Cell:
        match first, second:
            case (Status(), Status()):
                return self._status(first, second)
            case ("", Status()):
                return self._status(Status("", second.tone), second)
            case (str(), str()):
                return self._words(first, second)
            case _:
                return Lines(self._lines(_lines_of(first), _lines_of(second)))

    def _status(self, first: Status, second: Status) -> Status:
        return Status(self._words(first.words, second.words), first.tone)

    def _chart(self, first: Chart, second: Chart, words: Iterable[tuple[str, str]]) -> Iterator[Block]:
        yield replace(
            first,
            caption=self._words(first.caption, second.caption),
            alt=self._words(first.alt, second.alt),
            table=None,
            note=self._words(first.note, second.note),
            legend=tuple(self._words(*both) for both in words),
        )
        yield from self._blocks(_table_of(first), _table_of(second))

    def _pair(self, first: Sequence[Block], second: Sequence[Block]) -> Pair:
        return Pair((InLanguage(self.first, tuple(first)), self._alone(second)))

    def _alone(self, blocks: Sequence[Block]) -> InLanguage:
        return InLanguage(self.second, tuple(blocks))


def _in(language: str, text: str) -> Wording:
    """Return a text with its language: that of the edition it was read in, unless it has its own."""
    return text if isinstance(text, Wording) else Wording(text, LANGUAGES[suffix_of(language)])


def _apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; what two cities say side by side needs the width of the page for two languages."""
    for block in blocks:
        if isinstance(block, SideBySide):
            yield from block.statements
        else:
            yield block


def _is_text_alone(both: Matched[Block]) -> bool:
    first, second = both
    return (first is None or second is None) and isinstance(first or second, SIDE_BY_SIDE)


def _only(blocks: Iterable[Block | None]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block is not None)


def _table_of(chart: Chart) -> tuple[Table, ...]:
    """Return the table that is printed below a chart."""
    return (chart.table,) if chart.table else ()


def _lines_of(cell: Cell) -> tuple[str, ...]:
    match cell:
        case Status(words=words):
            return (words,)
        case Lines(lines=lines):
            return lines
        case text:
            return (text,)
