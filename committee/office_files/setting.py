"""From a report to its manuscript: what the printed templates say, in the words of an office program."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatchmethod
from typing import Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from committee.languages.both import Both
from committee.languages.wording import LANGUAGES, Wording, suffix_of
from committee.office_files.manuscript import (
    CONTENTS,
    Align,
    Caption,
    Drawing,
    Grid,
    GridCell,
    GridRow,
    Heading,
    Line,
    Manuscript,
    Part,
    Photograph,
    Run,
    Style,
    Words,
    printable,
)
from committee.office_files.speech import ILLUSTRATIVE, QUIET, Speech, language_of
from committee.printing import content
from committee.printing.charts import ACCENTS
from committee.printing.content import Cell, Report, Tone
from committee.printing.contents import Numbers, chapter_numbers
from committee.printing.snapshot import walk

FACTS = (1, 3)  # how a label and its fact share the width


def manuscript_of(report: Report) -> Manuscript:
    with override(report.language):
        return _Setting(report).manuscript()


def accent(position: int) -> str:
    return ACCENTS[position % len(ACCENTS)].removeprefix("#").upper()


@dataclass
class Chapter:
    """The chapter being set: where it stands, its number on paper and how many parts it has so far."""

    place: Literal["front", "main", "annex"]
    number: str
    parts: int = 0


class _Setting(Speech):
    """Sets one report; it counts the tables and charts as they come."""

    def __init__(self, report: Report) -> None:
        super().__init__(LANGUAGES[suffix_of(report.language)])
        self.report = report
        self.numbers = Numbers()
        self.chapter = Chapter("front", "")

    def manuscript(self) -> Manuscript:
        cover = self.report.cover
        return Manuscript(
            language=self.language,
            title=printable(cover.title),
            author=printable(cover.committee),
            cover=tuple(self._cover(cover)),
            contents_title=_("Contents"),
            reading=tuple(self._reading()),
            body=tuple(self._chapters()),
        )

    def _cover(self, cover: content.Cover) -> Iterator[Part]:
        yield self._line(cover.committee, Style.COMMITTEE)
        for city in cover.cities:
            yield Line(self._words(city.name, accent(city.position)), Style.CITY)
        yield self._line(cover.title, Style.TITLE)
        yield self._line(cover.period, Style.PERIOD)
        if cover.illustrative:
            yield Line(self._mark()[1:], Style.PERIOD)
        if self.report.standing:
            yield self._line(self.report.standing, Style.PERIOD)
        identifier = ((_("Identifier"), self.report.identifier),) if self.report.identifier else ()
        yield self._pairs((*cover.facts, *identifier))

    def _reading(self) -> Iterator[Part]:
        reading = self.report.reading
        yield self._line(reading.heading if reading else _("How to read this report"), Style.FRONT_HEADING)
        for text in reading.paragraphs if reading else self._how_to_read():
            yield self._line(text)
        if not reading:
            yield Line(self._legend())
        if any(getattr(part, "illustrative", False) for part in walk(self.report)):
            what_it_says = _(
                "This mark stands on what was invented to show how a report looks: people, progress and"
                " figures beyond the public facts. It is not a statement of either city."
            )
            yield Line((*self._mark()[1:], *self._words(f" {what_it_says}")))
        in_one_language = walk(self.report, into=lambda part: not getattr(part, "is_multilingual", False))
        if any(isinstance(part, Wording) and part.language != self.language for part in in_one_language):
            yield self._line(
                _(
                    "Where a text does not exist in the language of this edition, it is printed in the"
                    " language in which it was written."
                )
            )
        for note in self.report.notes:
            yield self._line(note)

    def _how_to_read(self) -> tuple[str, ...]:
        return (
            self.report.cover.period,
            _(
                "“In this period” counts what falls into that time; “to date” counts from the beginning"
                " up to its last day."
            ),
            _(
                "A report of progress counts once the other city has confirmed it. One that is not yet"
                " confirmed is printed and says so; drafts and returned reports are not printed."
            ),
        )

    def _legend(self) -> Words:
        words = {
            Tone.GOOD: _("as agreed"),
            Tone.FAIR: _("needs attention"),
            Tone.POOR: _("late"),
            Tone.CALM: _("for information"),
        }
        return tuple(run for tone, text in words.items() for run in self._status(tone, f"{text}   "))

    def _chapters(self) -> Iterator[Part]:
        numbered = zip(self.report.sections, chapter_numbers(self.report), strict=True)
        for count, (section, number) in enumerate(numbered, start=1):
            self.chapter = Chapter(section.place, number)
            words = self._marked(section.heading, section.illustrative)
            yield Heading(1, words, f"part-{count}", section.place, number)
            yield from self._blocks(section.blocks, level=2, key=f"part-{count}")

    def _blocks(self, blocks: tuple[content.Block, ...], *, level: int, key: str) -> Iterator[Part]:
        for place, block in enumerate(blocks, start=1):
            yield from self._block(block, level, f"{key}-{place}")

    @singledispatchmethod
    def _block(self, block: Any, level: int, key: str) -> Iterator[Part]:
        raise TypeError(f"No office file knows how to set {type(block).__name__}.")

    @_block.register
    def _paragraph(self, block: content.Paragraph, level: int, key: str) -> Iterator[Part]:
        yield self._line(block.text, Style(block.manner))

    @_block.register
    def _listing(self, block: content.Listing, level: int, key: str) -> Iterator[Part]:
        for item in block.items:
            yield self._line(item, Style.ITEM)

    @_block.register
    def _facts(self, block: content.Facts, level: int, key: str) -> Iterator[Part]:
        yield self._pairs(block.pairs)

    @_block.register
    def _figures(self, block: content.Figures, level: int, key: str) -> Iterator[Part]:
        cells = tuple(self._figure(figure) for figure in block.figures)
        start: Align = "start"
        yield Grid("figures", (1,) * len(cells), (start,) * len(cells), (GridRow(cells),))

    @_block.register
    def _table(self, block: content.Table, level: int, key: str) -> Iterator[Part]:
        number = self.numbers.next("table") if block.is_numbered else None
        label = pgettext("numbered in a report", "Table")
        yield Caption("table", label, number, self._marked(block.caption, block.illustrative))
        yield self._grid(block)
        if block.note:
            yield self._line(block.note, Style.NOTE)

    @_block.register
    def _chart(self, block: content.Chart, level: int, key: str) -> Iterator[Part]:
        label, number = pgettext("numbered in a report", "Chart"), self.numbers.next("chart")
        yield Caption("chart", label, number, self._marked(block.caption, block.illustrative))
        yield Drawing(block.spec, printable(block.alt))
        for words in block.legend:
            yield self._line(words, Style.NOTE)
        if block.note:
            yield self._line(block.note, Style.NOTE)
        if block.table:
            yield from self._table(block.table, level, key)

    @_block.register
    def _picture(self, block: content.Picture, level: int, key: str) -> Iterator[Part]:
        yield Photograph(block.sha256, printable(block.alt))
        if block.caption or block.illustrative:
            yield Line(self._marked(block.caption, block.illustrative), Style.NOTE)

    @_block.register
    def _statement(self, block: content.Statement, level: int, key: str) -> Iterator[Part]:
        city = Run(
            printable(block.city), language_of(block.city, self.language), accent(block.position), True
        )
        period = self._words(f"  {block.period}", QUIET)
        mark = self._mark() if block.illustrative else ()
        states = [
            run
            for status in (block.course, block.standing)
            for run in self._status(status.tone, status.words, after="   ")
        ]
        yield Line((city, *period, *mark, *self._words("\n"), *states), Style.STATEMENT)
        yield from self._blocks(block.blocks, level=level, key=key)

    @_block.register
    def _side_by_side(self, block: content.SideBySide, level: int, key: str) -> Iterator[Part]:
        yield from self._blocks(block.statements, level=level, key=key)

    @_block.register
    def _pair(self, block: content.Pair, level: int, key: str) -> Iterator[Part]:
        yield from self._blocks(block.sides, level=level, key=key)

    @_block.register
    def _in_language(self, block: content.InLanguage, level: int, key: str) -> Iterator[Part]:
        """Set blocks of one language of an edition in two; those of a pair stand below each other."""
        of_edition, self.language = self.language, LANGUAGES[suffix_of(block.language)]
        with override(block.language):
            parts = list(self._blocks(block.blocks, level=level, key=key))
        self.language = of_edition
        yield from parts

    @_block.register
    def _subsection(self, block: content.Subsection, level: int, key: str) -> Iterator[Part]:
        number = ""
        if level == len(CONTENTS) and self.chapter.number:
            self.chapter.parts += 1
            number = f"{self.chapter.number}.{self.chapter.parts}"
        words = self._marked(block.heading, block.illustrative)
        yield Heading(level, words, key, self.chapter.place, number)
        yield from self._blocks(block.blocks, level=level + 1, key=key)

    def _grid(self, table: content.Table) -> Grid:
        aligns: tuple[Align, ...] = tuple(column.align for column in table.columns)
        head = tuple((self._line(column.heading, Style.CELL),) for column in table.columns)
        rows = (self._row(row) for row in table.rows)
        shares = tuple(column.share for column in table.columns)
        return Grid("records", shares, aligns, (GridRow(head, is_head=True), *rows), printable(table.caption))

    def _row(self, row: content.Row) -> GridRow:
        cells = tuple(self._cell(cell) for cell in row.cells)
        if row.illustrative:
            (*before, last), *others = cells
            mark = Run("\u00a0◇", self.language, ILLUSTRATIVE)
            cells = ((*before, Line((*last.words, mark), last.style)), *others)
        return GridRow(cells, is_total=row.is_total)

    def _cell(self, cell: Cell) -> GridCell:
        match cell:
            case content.Status(words=words, tone=tone):
                return (Line(self._status(tone, words), Style.CELL),)
            case content.Lines(lines=lines) if lines:
                return tuple(self._line(line, Style.CELL) for line in lines)
            case Both(parts=parts):
                return tuple(self._line(part, Style.CELL) for part in parts)
            case content.Lines():
                return (Line((), Style.CELL),)
            case text:
                return (self._line(text, Style.CELL),)

    def _figure(self, figure: content.Figure) -> GridCell:
        lines = [self._line(figure.number, Style.NUMBER), self._line(figure.label, Style.LABEL)]
        return (*lines, self._line(figure.remark, Style.NOTE)) if figure.remark else tuple(lines)

    def _pairs(self, pairs: tuple[tuple[str, Cell], ...]) -> Grid:
        aligns: tuple[Align, ...] = ("start", "start")
        rows = tuple(
            GridRow(((Line(self._words(label, QUIET), Style.CELL),), self._cell(fact)))
            for label, fact in pairs
        )
        return Grid("facts", FACTS, aligns, rows)
