"""What the pages of the calendar say: `{% load calendar_words %}`."""

import zoneinfo
from collections.abc import Sequence

from django import template

from committee.calendar.gathering import Entry

register = template.Library()


@register.filter
def times(entry: Entry, zones: Sequence[zoneinfo.ZoneInfo]) -> str:
    """Tell when it is by the reader's clock and by that of each city."""
    return " · ".join(entry.times(zones))
