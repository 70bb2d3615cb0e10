"""The way around the public part: `{% load public_words %}`."""

from typing import Any, NamedTuple

from django import template
from django.template import RequestContext
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()

PAGES = [
    ("public_part", _("Open to everybody")),
    ("public_agreements", _("Agreements in force")),
    ("public_meetings", _("General meetings")),
    ("public_reports", _("Published reports")),
    ("verification", _("Verify a report")),
    ("public_documents", _("Library")),
    ("air", _("Air quality")),
]


class PageLink(NamedTuple):
    address: str
    label: Any
    is_current: bool


@register.simple_tag(takes_context=True)
def public_pages(context: RequestContext) -> list[PageLink]:
    """Return the public pages; the one that the reader is on, or is below, is the current one."""
    path = context.request.path if context.request else ""
    return [
        PageLink(reverse(name), label, path == reverse(name) if name == "public_part" else _holds(name, path))
        for name, label in PAGES
    ]


def _holds(name: str, path: str) -> bool:
    return path.startswith(reverse(name))
