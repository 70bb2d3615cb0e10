"""Charts as pictures with an address of their own."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from committee.reports.charts import chart_svg
from environment.explorer.charts import with_fonts_of_readers

WIDTH, WIDTH_ON_A_PHONE = 860, 320


def picture(spec: Mapping[str, Any]) -> HttpResponse:
    svg = with_fonts_of_readers(chart_svg(spec, get_language() or "en"))
    return HttpResponse(svg, content_type="image/svg+xml")


def is_narrow(request: HttpRequest) -> bool:
    return "narrow" in request.GET


def width_for(request: HttpRequest) -> int:
    return WIDTH_ON_A_PHONE if is_narrow(request) else WIDTH
