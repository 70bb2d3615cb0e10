from typing import Any

from django import template
from django.conf import settings

from committee.languages.sentences import listed
from committee.languages.wording import suffix_of
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.minutes.models import Minutes
from committee.minutes.permissions import may_create_minutes

register = template.Library()


@register.inclusion_tag("minutes/meeting_panel.html")
def minutes_of(meeting: Meeting, reader: Member) -> dict[str, Any]:
    """Show on the page of a meeting where its minutes stand, and let the host begin them."""
    found = Minutes.objects.visible_to(reader).in_brief().filter(meeting=meeting).first()
    may_begin = found is None and meeting.state == Meeting.State.HELD and may_create_minutes(reader, meeting)
    return {"meeting": meeting, "minutes": found, "may_begin": may_begin}


@register.filter
def languages_by_name(suffixes: list[str]) -> str:
    """Name languages in the reader's own: `["zh_hans"]` → “Simplified Chinese”."""
    return listed(str(name) for code, name in settings.LANGUAGES if suffix_of(code) in suffixes)
