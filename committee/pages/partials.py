"""A page asked for by HTMX: its part alone, under the same address."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def asks_for_part(request: HttpRequest) -> bool:
    """Going back in the browser wants the whole page, also when HTMX asks for it."""
    is_going_back = request.headers.get("HX-History-Restore-Request") == "true"
    return request.headers.get("HX-Request") == "true" and not is_going_back


def page_or_part(
    request: HttpRequest, page: str, part: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Answer with the template `page`, or with `part` where HTMX asks for it; caches keep them apart."""
    is_part = asks_for_part(request)
    answer = render(request, part if is_part else page, {**context, "is_part": is_part}, status=status)
    patch_vary_headers(answer, ["HX-Request", "HX-History-Restore-Request"])
    return answer
