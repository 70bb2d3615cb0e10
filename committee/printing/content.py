"""What a report consists of: plain values without keys into live tables, kept as JSON.

A room says its part in `report_section.py` with a function `(scope: Scope) -> Section`, named in
`REPORT_SECTIONS`; one that says several chapters returns a tuple of them, with a key each. It is called
with the edition's language switched on: `gettext` and `record.title` answer in it. A plain `str` is in the
edition's language; a text of a record that may be a substitute stays a `Wording`, which knows its language.
Never build a `Wording` into an f-string: that forgets it.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from committee.printing.checked import Claim, Covered, Day, Mention


@dataclass(frozen=True)
class Scope:
    """What one edition covers: the time after `start` (exclusive, None: from the beginning) up to `end`."""

    meeting_id: int
    start: datetime.date | None
    end: datetime.date
    language: str  # Django's code: ko, zh-hans, en
    city_ids: tuple[int, ...]  # in the order of protocol of this edition
    last_meeting: str = ""  # what the meeting held before is called, where there is one


class Tone(StrEnum):
    """How a state is coloured; its words and its symbol say the same."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    CALM = "calm"


@dataclass(frozen=True)
class Status:
    """A state in words, shown with a symbol and a colour of its tone."""

    words: str
    tone: Tone = Tone.CALM


@dataclass(frozen=True)
class Lines:
    """Several texts below each other in one table cell."""

    lines: tuple[str, ...]


Cell: TypeAlias = str | Status | Lines


@dataclass(frozen=True)
class Column:
    """The head of a table's column; `share` is its part of the width, numbers are set at the end.

    A `key` tells what it holds where the languages order their columns otherwise, such as name and job title.
    """

    heading: str
    share: int = 1
    align: Literal["start", "end", "center"] = "start"
    key: str = ""


@dataclass(frozen=True)
class Row:
    """A total row sums its columns, over the rows that share its other words (such as a currency)."""

    cells: tuple[Cell, ...]
    illustrative: bool = False
    is_total: bool = False
    mention: Mention | None = None
    claims: tuple[Claim, ...] = ()
    days: tuple[Day, ...] = ()


@dataclass(frozen=True)
class Table:
    """At most a few hundred cells; raw figures belong elsewhere. The first cell names its row.

    Texts in several languages stand in one that `is_multilingual` on purpose, not as substitutes.
    `counts` is the subject of the claims that its number of rows bears out, totals apart.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    illustrative: bool = False
    is_numbered: bool = True
    is_multilingual: bool = False
    counts: str = ""


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite specification without fonts and theme, what it shows in words, and its figures.

    `alt` says what a reader who does not see it should know. `table` may stay out where the
    figures stand in a table beside it. `legend` gives in both languages the words that the picture of an
    edition in two has in its first.
    """

    caption: str
    alt: str
    spec: Mapping[str, Any]
    table: Table | None = None
    note: str = ""
    illustrative: bool = False
    claims: tuple[Claim, ...] = ()
    legend: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A photograph, kept under its checksum (`photographs.keep_picture`), and what it shows in words."""

    sha256: str
    alt: str
    caption: str = ""
    illustrative: bool = False

    def __post_init__(self) -> None:
        if not str(self.alt).strip():
            raise ValueError("A picture needs words for readers who do not see it.")


@dataclass(frozen=True)
class Paragraph:
    """One text; line breaks in it are kept. `note` is set small, `lead` opens a section.

    A `message` is what a head of a city says, its `signature` who that is.
    """

    text: str
    manner: Literal["plain", "lead", "note", "nothing", "message", "signature"] = "plain"


@dataclass(frozen=True)
class Listing:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Pairs of a label and what it is, such as the lead organisation of each city."""

    pairs: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True)
class Figure:
    """One large number with its unit in words and what it counts; `out_of` adds “of …”."""

    number: str
    label: str
    remark: str = ""
    claim: Claim | None = None


@dataclass(frozen=True)
class Figures:
    """Up to four large numbers beside each other."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Statement:
    """What one city says, with the state of its confirmation; two of one period stand side by side."""

    city: str
    position: int  # the city's place among the cities by key, from 0: decides its accent colour
    period: str
    course: Status
    standing: Status
    blocks: tuple["Block", ...]
    illustrative: bool = False
    mention: Mention | None = None
    days: tuple[Day, ...] = ()


@dataclass(frozen=True)
class SideBySide:
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Subsection:
    """A part of a section with a heading of its own; its own subsections go one level further down."""

    heading: str
    blocks: tuple["Block", ...]
    illustrative: bool = False
    mention: Mention | None = None


@dataclass(frozen=True)
class InLanguage:
    """Blocks of one of the languages of an edition in two, given as Django's code."""

    language: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Pair:
    """What an edition in two languages says in both, side by side; a side that says nothing is empty."""

    sides: tuple[InLanguage, InLanguage]


Block: TypeAlias = (
    Paragraph
    | Listing
    | Facts
    | Figures
    | Table
    | Chart
    | Picture
    | Statement
    | SideBySide
    | Subsection
    | InLanguage
    | Pair
)


@dataclass(frozen=True)
class Section:
    """A chapter of the report: it starts a page and stands in the contents with its subsections.

    What stands in `front` has no number, an `annex` a letter. What is to be seen `on_one_page` is set closer
    where it would need a second one.
    `key` is the dotted path of what says it, the same in every language; empty where a book has no such list.
    """

    heading: str
    blocks: tuple[Block, ...]
    illustrative: bool = False
    key: str = ""
    place: Literal["front", "main", "annex"] = "main"
    on_one_page: bool = False


@dataclass(frozen=True)
class CityOnCover:
    """A city's name and its place among the cities by key, from 0: it decides the accent colour."""

    name: str
    position: int


@dataclass(frozen=True)
class Cover:
    """The first page: both cities in the order of protocol, the meeting and the time covered."""

    cities: tuple[CityOnCover, ...]
    committee: str
    title: str
    facts: tuple[tuple[str, str], ...]
    period: str
    illustrative: bool = False


@dataclass(frozen=True)
class Reading:
    """How to read what is printed, below the contents."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """Everything one edition prints; without `reading` the one of the meeting's report stands in it.

    `identifier` is under which it is published, `standing` what is said of one that is not; `notes` stand in
    small print with how to read it. One with a `second_language` is made of two by `bilingual`.
    """

    language: str
    made_on: datetime.date
    cover: Cover
    sections: tuple[Section, ...]
    reading: Reading | None = None
    covered: Covered | None = None
    identifier: str = ""
    standing: str = ""
    notes: tuple[str, ...] = ()
    second_language: str = ""
