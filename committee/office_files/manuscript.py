"""What an office program sets, one part after the other: the same parts make the DOCX and the HWPX."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from committee.typesetting.characters import NOT_IN_XML

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


class Style(StrEnum):
    """What a paragraph is; each kind of file has one real style of its own for it."""

    COMMITTEE = "committee"
    CITY = "city"
    TITLE = "title"
    PERIOD = "period"
    FRONT_HEADING = "front heading"  # a heading that stands in no contents
    PLAIN = "plain"
    LEAD = "lead"
    NOTE = "note"
    NOTHING = "nothing"
    MESSAGE = "message"
    SIGNATURE = "signature"
    ITEM = "item"
    STATEMENT = "statement"
    CELL = "cell"
    NUMBER = "number"
    LABEL = "label"
    AFTER_TABLE = "after table"
    CAPTION = "caption"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    HEADER = "header"
    FOOTER = "footer"
    CONTENTS_1 = "contents 1"
    CONTENTS_2 = "contents 2"


HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)
CONTENTS = (Style.CONTENTS_1, Style.CONTENTS_2)


@dataclass(frozen=True)
class Run:
    """Words of one language; `colour` is six hexadecimal digits, empty for the style's own."""

    text: str
    language: str  # as in `lang`: ko, zh-Hans, en
    colour: str = ""
    bold: bool = False


Words: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True)
class Line:
    """A paragraph; a line end in its words is a line end inside the paragraph."""

    words: Words
    style: Style = Style.PLAIN


@dataclass(frozen=True)
class Heading:
    """`key` names the heading to links from the contents.

    The program numbers levels 1 and 2 of the main part by itself; `number` says what stands on paper.
    """

    level: int
    words: Words
    key: str
    place: Literal["front", "main", "annex"] = "main"
    number: str = ""

    @property
    def style(self) -> Style:
        return HEADINGS[min(self.level, len(HEADINGS)) - 1]


@dataclass(frozen=True)
class Caption:
    """What stands above a table or a chart; `number` is the one on paper, None where it has none."""

    kind: Literal["table", "chart"]
    label: str
    number: int | None
    words: Words


@dataclass(frozen=True)
class Drawing:
    """A chart; `alt` says what it shows."""

    spec: Mapping[str, Any]
    alt: str


@dataclass(frozen=True)
class Photograph:
    """A kept picture, by its checksum; `alt` says what it shows."""

    sha256: str
    alt: str


GridCell: TypeAlias = tuple[Line, ...]
Align: TypeAlias = Literal["start", "end", "center"]


@dataclass(frozen=True)
class GridRow:
    cells: tuple[GridCell, ...]
    is_head: bool = False
    is_total: bool = False


@dataclass(frozen=True)
class Grid:
    """A table: of records with a repeated head, of facts, or of large figures beside each other."""

    kind: Literal["records", "facts", "figures"]
    shares: tuple[int, ...]
    aligns: tuple[Align, ...]
    rows: tuple[GridRow, ...]
    summary: str = ""


Part: TypeAlias = Line | Heading | Caption | Drawing | Photograph | Grid


@dataclass(frozen=True)
class Manuscript:
    """A report in parts; the contents stand between the cover and the body."""

    language: str  # as in `lang`
    title: str
    author: str
    cover: tuple[Part, ...]
    contents_title: str
    reading: tuple[Part, ...]
    body: tuple[Part, ...]

    @property
    def contents(self) -> list[tuple[Style, Heading]]:
        """The headings that stand in the contents, each with the style of its entry."""
        headings = (part for part in self.body if isinstance(part, Heading))
        return [(CONTENTS[each.level - 1], each) for each in headings if each.level <= len(CONTENTS)]


def printable(text: str) -> str:
    """Return the text as XML can hold it; whatever ends a line anywhere becomes a plain line end."""
    return NOT_IN_XML.sub("", LINE_ENDS.sub("\n", str(text)))


def plain(words: Words) -> str:
    return "".join(run.text for run in words)
