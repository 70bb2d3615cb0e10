"""Template words that every page needs; registered as builtins."""

import datetime
import zoneinfo
from typing import Any
from urllib.parse import urlencode

from django import template
from django.db.models import ForeignObjectRel, Model
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry
from committee.languages.wording import each_language

register = template.Library()


@register.simple_tag
def every_language(record: Any, name: str) -> SafeString:
    """Show the text `name` of `record` in each language that has one, a paragraph each."""
    return format_html_join(
        "", '<p lang="{}">{}</p>', ((text.language, text.plain) for text in each_language(record, name))
    )


@register.simple_tag
def query(parameters: QueryDict, **changed: Any) -> str:
    """Return the query string of the page with some parameters changed, for links of filtered lists."""
    kept = {name: values for name, values in parameters.lists() if name not in changed}
    return urlencode({**kept, **{name: [value] for name, value in changed.items()}}, doseq=True)


@register.filter
def plain(text: Any) -> str:
    """Return a text without its language mark-up, for attributes and titles."""
    return str(text)


@register.simple_tag
def badge(state: str, label: str) -> SafeString:
    """Show a state as a word in its colour; the word alone says everything."""
    return format_html('<span class="state state-{}">{}</span>', state, label)


@register.simple_tag
def illustrative() -> SafeString:
    """Mark what the demonstration invented."""
    return format_html('<span class="illustrative">{}</span>', _("illustrative"))


@register.filter
def in_zone(moment: datetime.datetime, zone: zoneinfo.ZoneInfo) -> str:
    """Show a moment in a city's time and say which: `2018-03-19 14:00 KST`."""
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M %Z")


@register.filter
def readable_changes(entry: HistoryEntry) -> list[dict[str, Any]]:
    """Return what an act changed as label, before and after, in the words of the form."""
    model = entry.record_type.model_class()
    return [
        {"label": _label(model, name), "before": _shown(model, name, before), "after": _shown(model, name, after)}
        for name, (before, after) in entry.changes.items()
    ]


def _label(model: type[Model] | None, name: str) -> str:
    field = model._meta.get_field(name) if model else None
    if isinstance(field, ForeignObjectRel):
        return str(field.related_model._meta.verbose_name_plural)
    return str(getattr(field, "verbose_name", name))


def _shown(model: type[Model] | None, name: str, value: Any) -> str:
    if value in (None, "", []):
        return "—"
    if isinstance(value, list):
        return "; ".join(_shown(model, name, item) for item in value)
    if isinstance(value, dict):
        return str(value["title"])
    field = model._meta.get_field(name) if model else None
    words = dict(getattr(field, "flatchoices", None) or [])
    return str(words.get(value, value))
