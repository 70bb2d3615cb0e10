"""WordprocessingML: runs, fields, tables, made as elements because the library's own tables are slow."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from committee.office_files.docx_styles import FACES, LOCALES, TABLE_STYLES, style_id
from committee.office_files.looks import TEXT_WIDTH_MM
from committee.office_files.manuscript import Grid, GridRow, Line, Run, Style, Words

Element: TypeAlias = Any  # lxml's elements, which the library dresses in classes of its own

BOOKMARK = "_{}"
TWIPS_A_MM = 56.6929
TEXT_WIDTH = round(TEXT_WIDTH_MM * TWIPS_A_MM)


def element(tag: str, *inside: Element, **attributes: object) -> Element:
    made = OxmlElement(f"w:{tag}", {qn(f"w:{name}"): str(value) for name, value in attributes.items()})
    made.extend(inside)
    return made


def paragraph(style: Style, *inside: Element) -> Element:
    return element("p", element("pPr", element("pStyle", val=style_id(style))), *inside)


def numbering(level: int, number: int) -> Element:
    """Return which numbering a heading has in place of its style's."""
    return element("numPr", element("ilvl", val=level - 1), element("numId", val=number))


def runs(words: Words, page_language: str) -> Iterator[Element]:
    for run in words:
        yield element("r", *_look(run, page_language), *_text(run.text))


def field(code: str, shown: Iterable[Element]) -> list[Element]:
    """Return a field the program renews, with what it shows until then."""
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", _instruction(code)),
        element("r", element("fldChar", fldCharType="separate")),
        *shown,
        element("r", element("fldChar", fldCharType="end")),
    ]


def shown(text: str) -> Element:
    return element("r", *_text(text))


def bookmark(number: int, key: str, inside: Iterable[Element]) -> list[Element]:
    start = element("bookmarkStart", id=number, name=BOOKMARK.format(key.replace("-", "_")))
    return [start, *inside, element("bookmarkEnd", id=number)]


def link(key: str, inside: Iterable[Element]) -> Element:
    return element("hyperlink", *inside, anchor=BOOKMARK.format(key.replace("-", "_")), history="1")


def table(grid: Grid, page_language: str) -> Element:
    """Return a table of fixed widths whose head comes again on each page and whose rows stay whole."""
    widths = [round(TEXT_WIDTH * share / sum(grid.shares)) for share in grid.shares]
    properties = element(
        "tblPr",
        element("tblStyle", val=TABLE_STYLES[grid.kind]),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", firstRow=int(grid.kind == "records"), firstColumn=0, noHBand=1, noVBand=1),
        *([element("tblCaption", val=grid.summary)] if grid.summary else []),
    )
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, columns, *(_row(row, grid, widths, page_language) for row in grid.rows))


def _row(row: GridRow, grid: Grid, widths: list[int], page_language: str) -> Element:
    properties = element("trPr", element("cantSplit"), *([element("tblHeader")] if row.is_head else []))
    cells = []
    for cell, width, align in zip(row.cells, widths, grid.aligns, strict=True):
        lines = [_cell_line(line, align, row, page_language) for line in cell]
        cells.append(element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *lines))
    return element("tr", properties, *cells)


def _cell_line(line: Line, align: str, row: GridRow, page_language: str) -> Element:
    words = line.words
    if row.is_head or row.is_total:
        words = tuple(Run(run.text, run.language, run.colour, True) for run in words)
    made = paragraph(line.style, *runs(words, page_language))
    if row.is_head:
        made.pPr.append(element("keepNext"))
    if align != "start":
        made.pPr.append(element("jc", val={"end": "right", "center": "center"}[align]))
    return made


def _look(run: Run, page_language: str) -> Iterator[Element]:
    properties = []
    if run.language != page_language:
        faces = FACES[run.language]
        properties.append(element("rFonts", eastAsia=faces.east_asian, hint="eastAsia"))
    if run.bold:
        properties.append(element("b"))
    if run.colour:
        properties.append(element("color", val=run.colour))
    if run.language != page_language:
        locale = LOCALES[run.language]
        properties.append(element("lang", val=locale.latin, eastAsia=locale.east_asian))
    if properties:
        yield element("rPr", *properties)


def _text(text: str) -> Iterator[Element]:
    for place, line in enumerate(text.split("\n")):
        if place:
            yield element("br")
        for piece, part in enumerate(line.split("\t")):
            if piece:
                yield element("tab")
            if part:
                words = element("t")
                words.text = part
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                yield words


def _instruction(code: str) -> Element:
    made = element("instrText")
    made.text = f" {code} "
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
