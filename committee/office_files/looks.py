"""How each kind of paragraph looks, in whatever kind of file."""

from dataclasses import dataclass

from committee.office_files.manuscript import Style

INK, QUIET, ACCENT, HAIRLINE = "22272E", "5B6570", "1B5F78", "D9DEE3"
MARGIN_MM, MARGIN_ABOVE_MM = 21, 24
TEXT_WIDTH_MM = 168


@dataclass(frozen=True)
class Look:
    """Sizes and spaces in points; `keep` holds a paragraph on one page with what follows."""

    points: float
    colour: str = INK
    bold: bool | None = False  # None: as the table's style says
    before: float = 0
    after: float = 6
    keep: bool = False


LOOKS = {
    Style.PLAIN: Look(10),
    Style.COMMITTEE: Look(12, QUIET, before=90, after=110),
    Style.CITY: Look(32, after=0, bold=True),
    Style.TITLE: Look(19, before=40, after=6),
    Style.PERIOD: Look(10.5, QUIET, after=30),
    Style.FRONT_HEADING: Look(14, bold=True, before=18, after=6, keep=True),
    Style.LEAD: Look(11, after=10),
    Style.NOTE: Look(8.5, QUIET, before=3, after=10),
    Style.NOTHING: Look(10, QUIET),
    Style.MESSAGE: Look(11, before=18, after=24),
    Style.SIGNATURE: Look(10.5, after=2, keep=True),
    Style.ITEM: Look(10, after=3),
    Style.STATEMENT: Look(10, before=8, after=4, keep=True),
    Style.CELL: Look(8.5, bold=None, after=0),
    Style.NUMBER: Look(22, ACCENT, bold=True, after=0),
    Style.LABEL: Look(8.5, after=0),
    Style.AFTER_TABLE: Look(5, after=0),
    Style.CAPTION: Look(9, bold=True, before=10, after=4, keep=True),
    Style.HEADING_1: Look(20, bold=True, after=16, keep=True),
    Style.HEADING_2: Look(14, bold=True, before=20, after=8, keep=True),
    Style.HEADING_3: Look(11.5, bold=True, before=14, after=6, keep=True),
    Style.HEADING_4: Look(10, bold=True, before=10, after=4, keep=True),
    Style.HEADER: Look(8, QUIET, after=0),
    Style.FOOTER: Look(8, QUIET, after=0),
    Style.CONTENTS_1: Look(10, bold=True, before=6, after=2),
    Style.CONTENTS_2: Look(9.5, after=2),
}
