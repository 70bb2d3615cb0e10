"""The way around the hotline: `{% load hotline_words %}`."""

from typing import Any, NamedTuple

from django import template
from django.template import RequestContext
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()


class Page(NamedTuple):
    """A page of the hotline by the name of its address; `others` are reached from it and stand elsewhere."""

    name: str
    label: Any
    others: tuple[str, ...] = ()
    is_public: bool = False


# The pages that liaison officers go to and fro between, in the order of a working day.
PAGES = [
    Page("air", _("Now"), is_public=True),
    Page("episode_list", _("Alert episodes")),
    Page("explorer", _("Explorer"), is_public=True),
    Page("air_calendar", _("Calendar"), is_public=True),
    Page("air_patterns", _("Patterns"), is_public=True),
    Page("air_map", _("Map"), is_public=True),
    Page("air_indices", _("Indices"), is_public=True),
    Page("air_standards", _("Standards"), is_public=True),
    Page("station_list", _("Stations")),
    Page("delivery_list", _("Deliveries"), ("machine_account_list",)),
    Page("pull_list", _("Scheduled pulls")),
    Page("quarantine", _("Quarantine")),
    Page("ledger", _("Ledger"), ("promise_list",)),
    Page("gap_list", _("Gap notices")),
    Page("thread_list", _("Alert threads")),
    Page("confirmed", _("Provisional and confirmed")),
]


class PageLink(NamedTuple):
    address: str
    label: Any
    is_current: bool


@register.simple_tag(takes_context=True)
def hotline_pages(context: RequestContext) -> list[PageLink]:
    """Return the pages of the hotline that the reader may open; the one they are on, or below, is current."""
    path = context.request.path if context.request else ""
    is_member = bool(context.request and context.request.user.is_authenticated)
    # The desk's own address begins all the others.
    return [
        PageLink(
            reverse(page.name),
            page.label,
            path == reverse("air") if page.name == "air" else _holds(page, path),
        )
        for page in PAGES
        if page.is_public or is_member
    ]


def _holds(page: Page, path: str) -> bool:
    return path.startswith(tuple(reverse(name) for name in (page.name, *page.others)))
