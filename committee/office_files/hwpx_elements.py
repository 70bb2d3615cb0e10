"""OWPML: paragraphs, tables and fields, made as elements because the library's cells are slow."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from lxml import etree

from committee.office_files.hwpx_styles import Shapes
from committee.office_files.looks import TEXT_WIDTH_MM
from committee.office_files.manuscript import Grid, GridRow, Line, Style, Words, plain

Element: TypeAlias = Any  # lxml's elements, as the library keeps them

PARAGRAPHS = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
UNITS_A_MM = 7200 / 25.4
TEXT_WIDTH = round(TEXT_WIDTH_MM * UNITS_A_MM)
LEAST_HEIGHT = 282  # of a cell: it grows with its words
CELL_MARGINS = {"left": 0, "right": 510, "top": 200, "bottom": 200}
# A row is kept on one page unless a cell may be longer than a page, which would be cut off.
LONG_CELL = 800
NOBODY = "0"  # the id of paragraphs that nothing refers to


def element(tag: str, *inside: Element, **attributes: object) -> Element:
    made = etree.Element(f"{PARAGRAPHS}{tag}", {name: str(value) for name, value in attributes.items()})
    made.extend(inside)
    return made


def runs(shapes: Shapes, style: Style, words: Words, *, bold: bool = False) -> list[Element]:
    return [run(shapes.of_run(style, each, bold=bold), text(each.text)) for each in words]


def paragraph(shapes: Shapes, style: Style, *inside: Element, key: str = NOBODY, shape: str = "") -> Element:
    """Return a paragraph of a style; `shape` is another paragraph shape than the style's own."""
    own = shapes[style]
    return element(
        "p",
        *(inside or [run(own.characters, text(""))]),
        id=key,
        paraPrIDRef=shape or own.paragraph,
        styleIDRef=own.style,
        pageBreak=0,
        columnBreak=0,
        merged=0,
    )


def run(characters: str, *inside: Element) -> Element:
    return element("run", *inside, charPrIDRef=characters)


def table(shapes: Shapes, grid: Grid, key: str) -> Element:
    """Return a paragraph that holds a table which flows over pages and repeats its head."""
    widths = [round(TEXT_WIDTH * share / sum(grid.shares)) for share in grid.shares]
    longest = max(
        (len(plain(line.words)) for row in grid.rows for cell in row.cells for line in cell), default=0
    )
    made = element(
        "tbl",
        element(
            "sz", width=sum(widths), widthRelTo="ABSOLUTE", height=LEAST_HEIGHT * len(grid.rows),
            heightRelTo="ABSOLUTE", protect=0,
        ),
        element(
            "pos", treatAsChar=0, affectLSpacing=0, flowWithText=1, allowOverlap=0, holdAnchorAndSO=0,
            vertRelTo="PARA", horzRelTo="COLUMN", vertAlign="TOP", horzAlign="LEFT", vertOffset=0,
            horzOffset=0,
        ),
        element("outMargin", left=0, right=0, top=0, bottom=0),
        element("inMargin", **CELL_MARGINS),
        *(_row(shapes, grid, row, place, widths) for place, row in enumerate(grid.rows)),
        id=key, zOrder=0, numberingType="TABLE", textWrap="TOP_AND_BOTTOM", textFlow="BOTH_SIDES", lock=0,
        dropcapstyle="None", pageBreak="CELL" if longest > LONG_CELL else "TABLE",
        repeatHeader=int(any(row.is_head for row in grid.rows)), rowCnt=len(grid.rows), colCnt=len(widths),
        cellSpacing=0, borderFillIDRef=shapes.borders["none"], noAdjust=0,
    )  # fmt: skip
    characters = shapes[Style.AFTER_TABLE].characters
    return paragraph(shapes, Style.AFTER_TABLE, run(characters, made))


def _row(shapes: Shapes, grid: Grid, row: GridRow, place: int, widths: list[int]) -> Element:
    kinds = {"records": "head" if row.is_head else "row", "figures": "figures", "facts": "none"}
    border = shapes.borders[kinds[grid.kind]]
    cells = []
    for column, (cell, width, align) in enumerate(zip(row.cells, widths, grid.aligns, strict=True)):
        lines = [_cell_line(shapes, line, shapes.aligned(line.style, align), row) for line in cell]
        address = element("cellAddr", colAddr=column, rowAddr=place)
        cells.append(_cell(lines, address, width, is_head=row.is_head, border=border))
    return element("tr", *cells)


def _cell(lines: list[Element], address: Element, width: int, *, is_head: bool, border: str) -> Element:
    return element(
        "tc",
        _sub_list(lines),
        address,
        element("cellSpan", colSpan=1, rowSpan=1),
        element("cellSz", width=width, height=LEAST_HEIGHT),
        element("cellMargin", **CELL_MARGINS),
        name="", header=int(is_head), hasMargin=1, protect=0, editable=0, dirty=0, borderFillIDRef=border,
    )  # fmt: skip


def _cell_line(shapes: Shapes, line: Line, shape: str, row: GridRow) -> Element:
    words = runs(shapes, line.style, line.words, bold=row.is_head or row.is_total)
    return paragraph(shapes, line.style, *words, shape=shape)


def _sub_list(paragraphs: Iterable[Element]) -> Element:
    return element(
        "subList", *paragraphs, id="", textDirection="HORIZONTAL", lineWrap="BREAK", vertAlign="TOP",
        linkListIDRef=0, linkListNextIDRef=0, textWidth=0, textHeight=0, hasTextRef=0, hasNumRef=0,
    )  # fmt: skip


def text(words: str) -> Element:
    """Return words with their line ends, which stand between them as elements."""
    made = element("t")
    first, *others = words.replace("\t", " ").split("\n")
    made.text = first
    for line in others:
        end = element("lineBreak")
        end.tail = line
        made.append(end)
    return made


def number_ids(section: Element) -> None:
    """Give each element that is referred to the next number, in place of names and random numbers."""
    numbers: dict[str, str] = {}
    for each in section.iter():
        for name in ("id", "instid", "idRef", "beginIDRef"):
            old = each.get(name)
            if old and old != NOBODY:
                each.set(name, numbers.setdefault(old, str(len(numbers) + 1)))
    for command in section.iter(f"{PARAGRAPHS}stringParam"):
        if command.get("name") == "Command" and command.text.startswith("?#"):
            key, rest = command.text.removeprefix("?#").split(";", 1)
            command.text = f"?#{numbers[key]};{rest}"
