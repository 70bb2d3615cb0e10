"""Panels of the first page: pages of what waits for a member, taken in by HTMX, see DASHBOARD_PANELS."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from committee.pages.partials import asks_for_part, page_or_part


def panel_page(request: HttpRequest, template: str, context: dict[str, Any], *, waits: bool) -> HttpResponse:
    """Answer with the page, or with its part `panel` for the first page, which drops it if nothing waits."""
    answer = page_or_part(request, template, f"{template}#panel", context)
    if asks_for_part(request) and not waits:
        answer["HX-Reswap"] = "delete"
    return answer
