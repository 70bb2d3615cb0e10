"""Words of the printed templates; they render with the edition's language switched on."""

import base64
import re
from collections.abc import Sequence
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from committee.languages.both import Both
from committee.languages.wording import LANGUAGES, Wording, suffix_of
from committee.printing import lengths
from committee.printing.charts import chart_svg
from committee.printing.content import Chart, Lines, Picture, Report, Status, Subsection, Table
from committee.printing.contents import Numbers, chapter_numbers
from committee.printing.photographs import picture_path
from committee.typesetting.own_files import PICTURES

register = template.Library()
register.filter("length_of_heading", lengths.length_of)
register.filter("running", lengths.shortened)
register.filter("is_crowded", lengths.is_crowded)
register.filter("flows", lengths.flows)

# Joins two characters without a break between them and is neither seen nor found in extracted text.
WORD_JOINER = "\u2060"
LONGEST_JOINED_WORD = 16
CONCENTRATION = re.compile(r"[µm]?g/m³")
ONE_FONT = re.compile(r'font-family="(Noto Sans [A-Z]{2})"')
KOREAN_WORD = re.compile(r"[^\s]*[가-힣][^\s]*")


@register.filter
def spoken(text: str) -> SafeString:
    """Return a text of the report as HTML that names its language where it is not the edition's."""
    if isinstance(text, Both):
        return format_html('{} <span class="second">{}</span>', *map(spoken, text.parts))
    page = LANGUAGES[suffix_of(_edition_language())]
    language = text.language if isinstance(text, Wording) else page
    plain = str(text)
    plain = CONCENTRATION.sub(_joined, plain)
    if language == "ko":
        plain = KOREAN_WORD.sub(_joined, plain)
    html = mark_safe(escape(plain).replace("\n", "<br>"))
    return html if language == page else format_html('<span lang="{}">{}</span>', language, html)


@register.filter
def first_words(text: str) -> str:
    """Return what stands first of a text in two languages; any other as it is."""
    return text.first if isinstance(text, Both) else text


@register.filter
def second_words(text: str) -> str:
    return text.second if isinstance(text, Both) else ""


@register.filter
def in_this_language(text: str) -> str:
    """Return of a text in two languages the one that is switched on."""
    return (
        next((part for part in text.parts if not part.is_substitute), text)
        if isinstance(text, Both)
        else text
    )


@register.filter
def tag_of(language: str) -> str:
    """Return the language tag of Django's code."""
    return LANGUAGES[suffix_of(language)]


@register.filter
def template_of(block: Any) -> str:
    """Return the template that prints a block: one a content class, named after it."""
    return f"printing/{type(block).__name__.lower()}.html"


@register.filter
def number_of_chapter(report: Report, place: int) -> str:
    """Return what the chapter at `place`, counted from 1, is numbered with."""
    return chapter_numbers(report)[place - 1]


@register.filter
def subsections_up_to(blocks: Sequence[Any], place: int) -> int:
    """Count the subsections up to the block at `place`, counted from 1."""
    return sum(isinstance(block, Subsection) for block in blocks[:place])


@register.filter
def column_widths(table: Table) -> list[str]:
    """Return the width of each column in percent: fixed widths make a long table quick to lay out."""
    total = sum(column.share for column in table.columns)
    return [f"{100 * column.share / total:.2f}" for column in table.columns]


@register.filter
def beside(columns: Sequence[Any], cells: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Pair each column with its cell.

    Raises:
        ValueError: when a row has more or fewer cells than the table has columns.
    """
    return list(zip(columns, cells, strict=True))


@register.filter
def number_and_unit(figure: str) -> tuple[str, str]:
    """Part “38 µg/m³” into number and unit: the unit is set small, and so are words in place of a number."""
    if isinstance(figure, Both):
        return _number_and_units(figure)
    number, _space, unit = str(figure).partition(" ")
    return (number, unit) if any(letter.isdigit() for letter in number) else ("", str(figure))


def _number_and_units(figure: Both) -> tuple[str, str]:
    """Return the number once where both languages have the same, and both units."""
    (number, unit), (other, other_unit) = map(number_and_unit, figure.parts)
    if number != other:
        return "", spoken(figure)
    units = (
        Wording(words, part.language) for words, part in zip((unit, other_unit), figure.parts, strict=True)
    )
    return number, spoken(Both(*units))


@register.filter
def under(anchor: object, index: int) -> str:
    """Return the address of the `index`-th block below `anchor`."""
    return f"{anchor}-{index}"


@register.filter
def cell_kind(cell: Any) -> str:
    return {Status: "status", Lines: "lines"}.get(type(cell), "text")


@register.simple_tag(takes_context=True)
def next_number(context: Context, kind: str) -> int:
    """Count one more chart or table of the report."""
    numbers: Numbers = context["numbers"]
    return numbers.next(kind)


@register.simple_tag(takes_context=True)
def address_of(context: Context, picture: Picture) -> str:
    """Return where the engine finds a photograph; a browser gets it inside the page."""
    if not context.get("is_for_browser"):
        return f"{PICTURES}{picture.sha256}.jpg"
    body = base64.b64encode(picture_path(picture.sha256).read_bytes()).decode()
    return f"data:image/jpeg;base64,{body}"


@register.simple_tag
def picture_of(chart: Chart) -> SafeString:
    """Return the chart as SVG inside the page; it was drawn by our own chart room, text in it is escaped."""
    svg = chart_svg(chart.spec, _edition_language(), title=str(chart.alt))
    # A name from the other city has its characters in the other font alone.
    return mark_safe(ONE_FONT.sub(r'font-family="\1, Noto Sans SC, Noto Sans KR"', svg))


def _joined(word: re.Match[str]) -> str:
    """Keep a word on one line: the PDF engine knows no `word-break: keep-all`."""
    letters = word[0]
    return WORD_JOINER.join(letters) if len(letters) <= LONGEST_JOINED_WORD else letters


def _edition_language() -> str:
    return get_language() or settings.LANGUAGE_CODE
