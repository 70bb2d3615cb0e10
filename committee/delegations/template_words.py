"""What the page of a meeting shows of its delegations, put there by name: its room stands below this one."""

from typing import Any

from django import template
from django.utils import timezone

from committee.delegations.attendance import has_begun, turnouts
from committee.delegations.models import Delegation
from committee.delegations.permissions import may_write_delegation
from committee.meetings.models import Meeting
from committee.members.models import Member

register = template.Library()


@register.inclusion_tag("delegations/meeting_panel.html")
def delegations_panel(meeting: Meeting, reader: Any) -> dict[str, Any]:
    """Show a member the delegations to a meeting with their attendance; a visitor nothing."""
    if not isinstance(reader, Member):
        return {}
    seen = turnouts(meeting, Delegation.objects.visible_to(reader).filter(meeting=meeting).in_full())
    has_own = any(each.city.pk == reader.city_id for each in seen)
    return {
        "meeting": meeting,
        "turnouts": seen,
        "is_shown": True,
        "has_begun": has_begun(meeting, timezone.now()),
        "may_write": not has_own and may_write_delegation(reader, meeting),
    }
