"""What templates say of days on which something is due; registered as builtins."""

import datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from committee.languages.days import day_in_words
from committee.workdays.due import DueDay

register = template.Library()


@register.filter
def due(agreed: datetime.date | None) -> SafeString | str:
    """Show a day on which something is due; where it is a day off, when it counts as due."""
    if agreed is None:
        return "—"
    note = DueDay(agreed).note
    day = format_html('<span class="day">{}</span>', day_in_words(agreed))
    return format_html('{} <small class="count">{}</small>', day, note) if note else day
