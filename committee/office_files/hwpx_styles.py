"""The styles of the HWPX, with the fonts of the edition's language, and the shapes made from them."""

from dataclasses import dataclass
from typing import Any

from hwpx import HwpxDocument

from committee.office_files.looks import HAIRLINE, INK, LOOKS, Look
from committee.office_files.manuscript import Align, Run, Style

UNITS_A_POINT = 100
LINE_SPACING = 140  # percent
FACES = {"ko": "맑은 고딕", "zh-Hans": "Microsoft YaHei", "en": "맑은 고딕"}
LOCALES = {"ko": 1042, "zh-Hans": 2052, "en": 2057}
ALIGNMENTS: dict[Align, str] = {"start": "LEFT", "end": "RIGHT", "center": "CENTER"}

# Those the program knows keep its names, or it would not number headings nor make contents of them.
NAMES = {
    Style.PLAIN: "본문",
    Style.COMMITTEE: "표지 위원회",
    Style.CITY: "표지 도시",
    Style.TITLE: "표지 제목",
    Style.PERIOD: "표지 기간",
    Style.FRONT_HEADING: "차례 제목",
    Style.LEAD: "들어가는 글",
    Style.NOTE: "주석",
    Style.NOTHING: "내용 없음",
    Style.MESSAGE: "인사말",
    Style.SIGNATURE: "서명",
    Style.ITEM: "글머리표",
    Style.STATEMENT: "도시 보고",
    Style.CELL: "표 내용",
    Style.NUMBER: "큰 수치",
    Style.LABEL: "수치 설명",
    Style.AFTER_TABLE: "표 뒤",
    Style.CAPTION: "캡션",
    Style.HEADING_1: "개요 1",
    Style.HEADING_2: "개요 2",
    Style.HEADING_3: "개요 3",
    Style.HEADING_4: "개요 4",
    Style.HEADER: "머리말",
    Style.FOOTER: "꼬리말",
    Style.CONTENTS_1: "차례 1",
    Style.CONTENTS_2: "차례 2",
}
LEVELS = {Style.HEADING_1: 0, Style.HEADING_2: 1, Style.HEADING_3: 2, Style.HEADING_4: 3}
NUMBERS = {"1": "^1", "2": "^1.^2"}  # deeper headings have none, as on paper
INDENTED = {Style.ITEM: 400, Style.CONTENTS_2: 1700}
BULLET = "•"


@dataclass(frozen=True)
class Shape:
    """How the file refers to a style: its own id, and those of its paragraph and its characters."""

    style: str
    paragraph: str
    characters: str


class Shapes:
    """The styles of one document; colours, bold type and other languages are shapes beside them."""

    def __init__(self, document: HwpxDocument, language: str) -> None:
        self.document = document
        self.language = language
        self._header: Any = document.oxml.headers[0]
        for face in dict.fromkeys(FACES.values()):
            document.styles.ensure_font(face)
        self._of_runs: dict[tuple[Style, str, str, bool], str] = {}
        self._aligned: dict[tuple[Style, Align], str] = {}
        self._of_styles = {style: self._made(style, look) for style, look in LOOKS.items()}
        self._number_headings()
        self.borders = {
            "none": "1",
            "head": self._border(INK, "0.3 mm", "top", "bottom"),
            "row": self._border(HAIRLINE, "0.12 mm", "bottom"),
            "figures": self._border(INK, "0.3 mm", "top"),
        }

    def __getitem__(self, style: Style) -> Shape:
        return self._of_styles[style]

    def of_run(self, style: Style, run: Run, *, bold: bool = False) -> str:
        """Return the character shape of words in a paragraph of `style`."""
        return self._characters(style, run.language, run.colour, run.bold or bold)

    def aligned(self, style: Style, align: Align) -> str:
        """Return the paragraph shape of a style whose lines are set at the end or in the middle."""
        if (style, align) not in self._aligned:
            self._aligned[style, align] = str(
                self._header.ensure_paragraph_format(
                    base_para_pr_id=self[style].paragraph, alignment=ALIGNMENTS[align]
                )
            )
        return self._aligned[style, align]

    def unnumbered(self, style: Style) -> str:
        """Return the paragraph shape of a heading that the program does not number."""
        heading = {"type": "NONE", "level": 0}
        return str(
            self._header.ensure_paragraph_format(base_para_pr_id=self[style].paragraph, heading=heading)
        )

    def _made(self, style: Style, look: Look) -> Shape:
        characters = self._characters(style, self.language, "", False)
        paragraph = self._header.ensure_paragraph_format(
            base_para_pr_id="0",
            alignment="LEFT",
            line_spacing_percent=LINE_SPACING,
            margins={
                "left": INDENTED.get(style, 0),
                "prev": round(look.before * UNITS_A_POINT),
                "next": round(look.after * UNITS_A_POINT),
            },
            heading={"type": "OUTLINE", "level": LEVELS[style]} if style in LEVELS else None,
            break_setting={
                "keep_with_next": look.keep,
                "widow_orphan": True,
                "page_break_before": style == Style.HEADING_1,
            },
        )
        shapes = {"para_pr_id_ref": paragraph, "char_pr_id_ref": characters}
        name = self._header.ensure_style(NAMES[style], lang_id=LOCALES[self.language], **shapes)
        return Shape(str(name), str(paragraph), characters)

    def _characters(self, style: Style, language: str, colour: str, bold: bool) -> str:
        look = LOOKS[style]
        wanted = (style, language, colour, bold)
        if wanted not in self._of_runs:
            self._of_runs[wanted] = self.document.styles.ensure_run(
                bold=bold or bool(look.bold),
                color=f"#{colour or look.colour}",
                font=FACES[language],
                size=look.points,
            )
        return self._of_runs[wanted]

    def _border(self, colour: str, width: str, *sides: str) -> str:
        return self.document.styles.ensure_border_fill(
            border_color=f"#{colour}", border_width=width, active_borders=sides
        )

    def _number_headings(self) -> None:
        """Let the program number chapters and their parts, as the printed report does."""
        for level in self._header.element.iter("{*}paraHead"):
            if level.getparent().get("id") == "1" and level.getparent().tag.endswith("}numbering"):
                level.text = NUMBERS.get(level.get("level"), "")
                level.set("numFormat", "DIGIT")
        self._header.mark_dirty()
