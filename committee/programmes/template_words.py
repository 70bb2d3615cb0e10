"""What the page of a meeting shows of its programme, put there by name: its room stands below this one."""

from typing import Any

from django import template

from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.programmes.permissions import may_edit_programme
from committee.programmes.timetable import timetable

register = template.Library()


@register.inclusion_tag("programmes/meeting_panel.html")
def programme_panel(meeting: Meeting, reader: Any) -> dict[str, Any]:
    """Show a member the programme of a meeting; a visitor nothing."""
    if not isinstance(reader, Member):
        return {}
    return {
        "meeting": meeting,
        "days": timetable(meeting, meeting.programme.prefetch_related("cities")),
        "is_shown": True,
        "may_edit": may_edit_programme(reader, meeting),
    }
