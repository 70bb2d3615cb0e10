"""Template words that every page needs; registered as builtins."""

import datetime
import decimal
import zoneinfo
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import template
from django.forms import BaseForm, BoundField, Select
from django.http import QueryDict
from django.template import RequestContext
from django.template.defaultfilters import truncatechars
from django.utils.dateparse import parse_date
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from committee.history import past
from committee.history.models import HistoryEntry
from committee.history.past import PastState
from committee.history.readable import Change, changes_of
from committee.languages.days import day_in_words
from committee.languages.sentences import between_names
from committee.languages.wording import Wording, each_language
from committee.pages.choices import drawn
from committee.pages.field_groups import FieldGroup, groups_of
from committee.pages.looks import look_of

register = template.Library()

# Shorter texts are written again as quickly as copied.
LEAST_WRITTEN = 20
# What a form holds besides: its token, what it was first shown with, and what nobody shows on a screen.
NOT_WRITTEN = ("csrfmiddlewaretoken", "initial-", "password", "oldpassword")

# More acts than that wait until they are asked for: a record of many years has hundreds.
NEWEST_ACTS = 10


@register.filter
def written(request: Any) -> list[str]:
    """Return what a member wrote into a form that could not be answered, choices and short words aside."""
    if not request.user.is_authenticated:
        return []
    return [
        text
        for name, texts in request.POST.lists()
        for text in texts
        if len(text) >= LEAST_WRITTEN and not name.startswith(NOT_WRITTEN)
    ]


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


register.simple_tag(between_names)


@register.simple_tag
def illustrative() -> SafeString:
    """Mark what the demonstration invented."""
    return format_html('<span class="illustrative">{}</span>', _("illustrative"))


@register.filter
def figure(value: decimal.Decimal | None) -> str:
    """Show a number as the page's language writes it, without zeros that say nothing."""
    if value is None:
        return "—"
    return number_format(decimal.Decimal(f"{value.normalize():f}"), force_grouping=True)


@register.filter
def in_zone(moment: datetime.datetime, zone: zoneinfo.ZoneInfo) -> str:
    """Show a moment in a city's time and say which: `2018-03-19 14:00 KST`."""
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M %Z")


@register.filter
def readable_changes(entry: HistoryEntry, zone: zoneinfo.ZoneInfo) -> list[Change]:
    """Return what an act changed as label, before and after, in the words of the form."""
    return changes_of(entry, zone)


@register.filter
def day(shown: datetime.date | None) -> str:
    """Show a day, as Django's `date` does in a multiple of the time; nothing for none."""
    return day_in_words(shown) if shown else ""


@register.filter
def shortened(text: str, length: int) -> str:
    """Cut a long text, as `truncatechars` does, which goes through every character of a short one, too."""
    return text if len(text) <= length else truncatechars(text, length)


@register.filter
def as_day(text: str) -> datetime.date | None:
    """Read a day as a page's address carries it; none where it is not one."""
    try:
        return parse_date(text)
    except ValueError:  # 2026-02-30
        return None


class LatestActs(NamedTuple):
    """The acts that a page shows, newest first, and whether there were more before."""

    entries: list[HistoryEntry]
    has_more: bool


@register.simple_tag(takes_context=True)
def latest_acts(context: RequestContext, history: Sequence[HistoryEntry]) -> LatestActs:
    """Return the newest few acts of a record; all of them where the reader asked for the whole history."""
    asked = context.request.GET if context.request else QueryDict()
    if asked.get("history") == "all":
        return LatestActs(list(history), has_more=False)
    if asked.get("on"):
        list(history)  # A past day is put together from all of it: then it is read once, whole.
    newest = list(history[: NEWEST_ACTS + 1])
    return LatestActs(newest[:NEWEST_ACTS], has_more=len(newest) > NEWEST_ACTS)


@register.simple_tag
def states_on(
    history: Iterable[HistoryEntry], day: datetime.date, zone: zoneinfo.ZoneInfo
) -> list[PastState]:
    """Return what a record and its parts said at the end of a day."""
    return past.states_on(history, day, zone)


@register.filter
def paragraphs(text: Any) -> SafeString:
    """Show a longer text as paragraphs, marked with its language where that is not the page's."""
    broken = mark_safe(linebreaks(str(text), autoescape=True))
    if isinstance(text, Wording) and text.is_substitute:
        return format_html('<div lang="{}">{}</div>', text.language, broken)
    return broken


@register.filter
def overdue_on(record: Any, day: datetime.date) -> bool:
    """Whether a commitment or milestone was overdue on `day`."""
    return bool(record.is_overdue(day))


@register.filter
def dressed(field: BoundField) -> SafeString:
    """Show a field of a form that is not ours in the look of our own ones."""
    return field.as_widget(attrs={"class": look_of(field.field.widget)})


@register.filter
def choices_in_groups(field: BoundField) -> list[tuple[str, list[dict[str, Any]], int]]:
    """Return the boxes of a field to tick several in, each group with its name."""
    context = field.field.widget.get_context(field.html_name, field.value(), {"id": field.auto_id})
    groups: list[tuple[str, list[dict[str, Any]], int]] = context["widget"]["optgroups"]
    return groups


@register.filter
def in_filter(field: BoundField) -> SafeString:
    """Show a field of a list's filter."""
    return drawn(field) if type(field.field.widget) is Select else field.as_widget()


@register.filter
def as_first_shown(field: BoundField) -> SafeString:
    """Keep in the form what the field held when the page was made, so that only real changes count."""
    return field.as_hidden(only_initial=True)


@register.filter
def as_sent(field: BoundField) -> Any:
    """Return what a form was sent in a field, as its input writes it."""
    value = field.value()
    return "" if value is None else value


@register.filter
def grouped(form: BaseForm) -> list[FieldGroup]:
    """Return the visible fields of a form, the languages of one text together."""
    return groups_of(form)
