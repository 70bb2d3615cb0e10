"""The styles of the DOCX: one real style a kind of paragraph, with the fonts of the edition's language."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from committee.office_files.looks import ACCENT, HAIRLINE, INK, LOOKS, Look
from committee.office_files.manuscript import Style


@dataclass(frozen=True)
class Faces:
    """Fonts every Windows and macOS office has, or knows a substitute for."""

    latin: str
    east_asian: str


@dataclass(frozen=True)
class Locale:
    latin: str
    east_asian: str


FACES = {
    "ko": Faces("Malgun Gothic", "Malgun Gothic"),
    "zh-Hans": Faces("Microsoft YaHei", "Microsoft YaHei"),
    "en": Faces("Arial", "Malgun Gothic"),
}
LOCALES = {
    "ko": Locale("en-US", "ko-KR"),
    "zh-Hans": Locale("en-US", "zh-CN"),
    "en": Locale("en-GB", "ko-KR"),
}

NAMES = {
    Style.PLAIN: "Normal",
    Style.COMMITTEE: "Report committee",
    Style.CITY: "Report city",
    Style.TITLE: "Title",
    Style.PERIOD: "Subtitle",
    Style.FRONT_HEADING: "Report front heading",
    Style.LEAD: "Report lead",
    Style.NOTE: "Report note",
    Style.NOTHING: "Report nothing",
    Style.MESSAGE: "Report message",
    Style.SIGNATURE: "Report signature",
    Style.ITEM: "List Bullet",
    Style.STATEMENT: "Report statement",
    Style.CELL: "Report cell",
    Style.NUMBER: "Report number",
    Style.LABEL: "Report label",
    Style.AFTER_TABLE: "Report after table",
    Style.CAPTION: "Caption",
    Style.HEADING_1: "Heading 1",
    Style.HEADING_2: "Heading 2",
    Style.HEADING_3: "Heading 3",
    Style.HEADING_4: "Heading 4",
    Style.HEADER: "Header",
    Style.FOOTER: "Footer",
    Style.CONTENTS_1: "toc 1",
    Style.CONTENTS_2: "toc 2",
}
TABLE_STYLES = {"records": "ReportRecords", "facts": "ReportFacts", "figures": "ReportFigures"}
NUMBERED = (Style.HEADING_1, Style.HEADING_2)
# The numberings of the headings, beside those of the library's template.
CHAPTERS, ANNEXES, NO_NUMBER = 90, 91, 0
FORMS = {CHAPTERS: "decimal", ANNEXES: "upperLetter"}
OTHER_NUMBERS = {"front": NO_NUMBER, "annex": ANNEXES}


def set_styles(document: Document, language: str) -> None:
    """Give the document its styles; the fonts stand in them, so that nothing is set by hand."""
    _set_defaults(document, language)
    for kind, look in LOOKS.items():
        style = _style(document, NAMES[kind])
        _set_fonts(style.element.get_or_add_rPr(), language)
        _apply(style, look)
    document.styles[NAMES[Style.CONTENTS_2]].paragraph_format.left_indent = Mm(6)
    document.styles[NAMES[Style.HEADING_1]].paragraph_format.page_break_before = True
    _number_headings(document)
    for definition in _TABLE_STYLES:
        document.styles.element.append(parse_xml(definition))


def style_id(style: Style) -> str:
    """Return how the file refers to a style; the library makes its ids from the names the same way."""
    return NAMES[style].replace(" ", "")


def _style(document: Document, name: str) -> Any:
    styles = document.styles
    if name not in styles:
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
        made.base_style = styles["Normal"]
        made.quick_style = True
    return styles[name]


def _apply(style: Any, look: Look) -> None:
    font, paragraph = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(look.points), look.bold, False
    font.color.rgb = RGBColor.from_string(look.colour)
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    paragraph.line_spacing = 1.15
    paragraph.keep_with_next = look.keep
    paragraph.widow_control = True
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _set_defaults(document: Document, language: str) -> None:
    """Name fonts and language once for all text, in place of the template's Latin theme."""
    properties = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _set_fonts(properties, language)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    locale = LOCALES[language]
    properties.append(
        OxmlElement(
            "w:lang",
            {qn("w:val"): locale.latin, qn("w:eastAsia"): locale.east_asian, qn("w:bidi"): "ar-SA"},
        )
    )


def _set_fonts(properties: Any, language: str) -> None:
    faces = FACES[language]
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    names = {"ascii": faces.latin, "hAnsi": faces.latin, "eastAsia": faces.east_asian, "cs": faces.latin}
    properties.insert(0, OxmlElement("w:rFonts", {qn(f"w:{kind}"): name for kind, name in names.items()}))


def _number_headings(document: Document) -> None:
    """Let the program number chapters and their parts, as the printed report does; annexes have letters."""
    numbering = document.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    for number, form in FORMS.items():
        first.addprevious(parse_xml(_numbers(number, form)))
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
    for level, style in enumerate(NUMBERED):
        number = document.styles[NAMES[style]].element.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val = level
        number.get_or_add_numId().val = CHAPTERS


def _numbers(number: int, form: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{"decimal" if level else form}"/>'
        f"{_style_of(level) if number == CHAPTERS else ''}"
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>'
        f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:lvl>'
        for level, text in enumerate(("%1 ", "%1.%2 "))
    )
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _style_of(level: int) -> str:
    return f'<w:pStyle w:val="{style_id(NUMBERED[level])}"/>'


def _table_style(kind: str, inside: str) -> str:
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLES[kind]}">'
        f'<w:name w:val="{TABLE_STYLES[kind]}"/><w:basedOn w:val="TableNormal"/>{inside}</w:style>'
    )


def _line(side: str, eighths: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


_MARGINS = (
    '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar>'
)
_TABLE_STYLES = (
    _table_style(
        "records",
        f"<w:tblPr><w:tblBorders>{_line('bottom', 4, HAIRLINE)}{_line('insideH', 4, HAIRLINE)}</w:tblBorders>"
        f'{_MARGINS}</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        f"<w:tcPr><w:tcBorders>{_line('top', 10, INK)}{_line('bottom', 4, INK)}</w:tcBorders>"
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
    ),
    _table_style("facts", f"<w:tblPr>{_MARGINS}</w:tblPr>"),
    _table_style(
        "figures", f"<w:tblPr><w:tblBorders>{_line('top', 10, INK)}</w:tblBorders>{_MARGINS}</w:tblPr>"
    ),
)
