"""The way around the hotline: `{% load hotline_words %}`."""

from typing import Any, NamedTuple

from django import template
from django.template import RequestContext
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()

# The pages that liaison officers go to and fro between, in the order of a working day.
PAGES = [
    ("air", _("Now")),
    ("explorer", _("Explorer")),
    ("air_calendar", _("Calendar")),
    ("air_patterns", _("Patterns")),
    ("air_map", _("Map")),
    ("air_indices", _("Indices")),
    ("air_standards", _("Standards")),
    ("station_list", _("Stations")),
    ("delivery_list", _("Deliveries")),
    ("quarantine", _("Quarantine")),
    ("ledger", _("Ledger")),
    ("gap_list", _("Gap notices")),
    ("confirmed", _("Provisional and confirmed")),
]


class PageLink(NamedTuple):
    address: str
    label: Any
    is_current: bool


@register.simple_tag(takes_context=True)
def hotline_pages(context: RequestContext) -> list[PageLink]:
    """Return the pages of the hotline; the one that the reader is on, or is below, is the current one."""
    path = context.request.path if context.request else ""
    addresses = [(reverse(name), label) for name, label in PAGES]
    # The desk's own address begins all the others.
    desk, _label = addresses[0]
    return [
        PageLink(address, label, path == address if address == desk else path.startswith(address))
        for address, label in addresses
    ]
