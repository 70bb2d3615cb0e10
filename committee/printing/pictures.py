"""Charts as pictures with an address of their own."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from committee.printing.charts import chart_svg

WIDTH, WIDTH_ON_A_PHONE = 860, 320
FONTS_OF_READERS = {
    "Noto Sans KR": "Apple SD Gothic Neo, Malgun Gothic, Noto Sans CJK KR",
    "Noto Sans SC": "PingFang SC, Microsoft YaHei, Noto Sans CJK SC",
}


def picture(spec: Mapping[str, Any]) -> HttpResponse:
    svg = with_fonts_of_readers(chart_svg(spec, get_language() or "en"))
    return HttpResponse(svg, content_type="image/svg+xml")


def with_fonts_of_readers(svg: str) -> str:
    """Name substitutes for the report's fonts: a picture on a page is drawn with what the reader has."""
    for font, substitutes in FONTS_OF_READERS.items():
        svg = svg.replace(f'font-family="{font}"', f'font-family="{font}, {substitutes}, sans-serif"')
    return svg


def is_narrow(request: HttpRequest) -> bool:
    return "narrow" in request.GET


def width_for(request: HttpRequest) -> int:
    return WIDTH_ON_A_PHONE if is_narrow(request) else WIDTH
