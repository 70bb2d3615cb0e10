"""Charts drawn on the server: the page, the preview and the PDF show one and the same picture."""

import functools
import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from importlib import metadata
from typing import Any, Literal

import vl_convert
from django.conf import settings
from django.core.cache import caches

from committee.typesetting.characters import NOT_IN_XML

VEGA_LITE = "5.20"
DRAWN_BY = metadata.version("vl-convert-python")
DRAWING = 4  # raised when what is done to a drawn picture changes
SVG = "http://www.w3.org/2000/svg"
# Rare Han characters and emoji take two units of the library's text each; it cuts long labels between units.
OF_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")
PRIVATE = range(0xE000, 0xF900)
PNG_SCALE = 2  # pixels of a picture for each one of the drawing: sharp on paper

# One accent a city, in the order of their keys; dark enough for text on white.
ACCENTS = ("#1b5f78", "#a63f28")
INK, QUIET, HAIRLINE = "#22272e", "#5b6570", "#d9dee3"

# SVG text ignores `lang`, so the font decides the shapes of Han characters.
FONTS = {"ko": "Noto Sans KR", "zh-hans": "Noto Sans SC", "en": "Noto Sans KR"}
# How the months on an axis are written.
TimeFormat = Literal["ko-KR", "zh-CN", "en-GB"]
TIME_FORMATS: dict[str, TimeFormat] = {"ko": "ko-KR", "zh-hans": "zh-CN", "en": "en-GB"}


def values_called(
    headings: Mapping[str, str], names: Mapping[str, Sequence[str]] | None = None
) -> dict[str, Any]:
    """Say what the values of a chart are called where they are written as a table.

    Args:
        headings: the fields to be written, each with what its column is called; others only help to draw.
        names: of a field that counts from 0, what each of its numbers stands for.
    """
    return {"usermeta": {"headings": dict(headings), "names": dict(names or {})}}


class ChartNotDrawn(Exception):
    """A specification that Vega-Lite refuses; the message is its own."""


def chart_svg(spec: Mapping[str, Any], language: str, *, title: str = "") -> str:
    """Return the chart as an SVG element with the fonts and colours of the language's edition.

    Args:
        language: Django's code; it decides the font.
        title: what the chart shows, for readers who do not see it.

    Raises:
        ChartNotDrawn: when the specification is not valid.
    """
    themed = json.dumps(
        {**_drawable_parts(spec), "config": _theme(language)}, sort_keys=True, ensure_ascii=False
    )
    key = hashlib.sha256(f"{DRAWN_BY} {VEGA_LITE} {DRAWING} {language} {themed}".encode()).hexdigest()
    store = caches["charts"]
    drawn: str | None = store.get(key)
    if drawn is None:
        drawn = _drawn_with_stand_ins(themed, TIME_FORMATS[language])
        store.set(key, drawn)
    return _as_element(drawn, title, prefix=f"c{key[:10]}")


def chart_png(spec: Mapping[str, Any], language: str) -> bytes:
    """Return the drawing that `chart_svg` returns as a picture, for files that cannot hold an SVG."""
    svg = chart_svg(spec, language)
    key = hashlib.sha256(f"{DRAWN_BY} {DRAWING} png {PNG_SCALE} {svg}".encode()).hexdigest()
    store = caches["charts"]
    kept: bytes | None = store.get(key)
    if kept is None:
        _register_fonts()
        # On a ground of its own: programs blend hairlines on a transparent one with whatever they like.
        opaque = svg.replace(">", '><rect width="100%" height="100%" fill="#fff"/>', 1)
        kept = vl_convert.svg_to_png(opaque, scale=PNG_SCALE)
        store.set(key, kept)
    return kept


def drawable(text: str) -> str:
    """Leave out what no picture can hold: where the library meets it, it ends the whole process."""
    return NOT_IN_XML.sub("", text)


def _drawable_parts(part: Any) -> Any:
    if isinstance(part, str):
        return drawable(part)
    if isinstance(part, Mapping):
        return {name: _drawable_parts(each) for name, each in part.items()}
    if isinstance(part, list | tuple):
        return [_drawable_parts(each) for each in part]
    return part


def _drawn_with_stand_ins(spec: str, time_format: TimeFormat) -> str:
    """Draw with a private character in the place of each that takes two units, and put those back."""
    unused = (chr(code) for code in PRIVATE if chr(code) not in spec)
    stand_ins = dict(zip(sorted(set(OF_TWO_UNITS.findall(spec))), unused, strict=False))
    drawn = _draw(spec.translate(str.maketrans(stand_ins)), time_format)
    return drawn.translate(str.maketrans({stand_in: meant for meant, stand_in in stand_ins.items()}))


def _draw(spec: str, time_format: TimeFormat) -> str:
    _register_fonts()
    try:
        # No address is allowed: a chart shows the values in its own specification, nothing fetched.
        return vl_convert.vegalite_to_svg(
            spec, vl_version=VEGA_LITE, allowed_base_urls=[], time_format_locale=time_format
        )
    except ValueError as error:
        raise ChartNotDrawn(str(error)) from error


@functools.cache
def _register_fonts() -> None:
    for folder in settings.FONT_FOLDERS:
        for weight in ("400Regular", "700Bold"):
            vl_convert.register_font_directory(str(folder / weight))


def _as_element(svg: str, title: str, prefix: str) -> str:
    """Name the picture by a direct `<title>`, as PDF/UA asks, and keep its ids apart from other charts'."""
    svg = re.sub(r"\b(clip|gradient)(\d+)", rf"{prefix}-\1\2", svg)
    root = ElementTree.fromstring(svg)
    root.set("xmlns", SVG)
    for element in root.iter():
        # Plain names: inside HTML a prefix would make the element an unknown one.
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        for name in [name for name in element.attrib if name.startswith("aria-") or name == "role"]:
            del element.attrib[name]
    if title:
        root.set("role", "img")
        heading = ElementTree.Element("title")
        heading.text = drawable(title)
        root.insert(0, heading)
    return ElementTree.tostring(root, encoding="unicode")


def _theme(language: str) -> dict[str, Any]:
    font = FONTS[language]
    label = {
        "labelFont": font,
        "titleFont": font,
        "labelColor": INK,
        "titleColor": QUIET,
        "titleFontWeight": 400,
    }
    sizes = {"labelFontSize": 10, "titleFontSize": 10}
    return {
        "font": font,
        "aria": False,  # words for each mark nearly double the picture; its title says what it shows
        "background": None,
        "padding": {"left": 2, "right": 6, "top": 6, "bottom": 2},
        "view": {"stroke": None},
        "axis": {
            **label,
            **sizes,
            "gridColor": HAIRLINE,
            "domainColor": QUIET,
            "tickColor": QUIET,
            "tickSize": 4,
            "labelPadding": 5,
        },
        "legend": {**label, **sizes, "orient": "top", "title": None, "symbolSize": 90},
        "header": label,
        "title": {"font": font, "color": INK, "fontSize": 11},
        "text": {"font": font, "color": INK},
        "line": {"strokeWidth": 1.8},
        "range": {"category": [*ACCENTS, "#5f7f3a", "#b8862b", "#6b5b95", "#4f7d86"]},
    }
