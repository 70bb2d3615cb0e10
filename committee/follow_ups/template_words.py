"""What pages show of an action, and the page of a meeting, whose room stands below, of its closing."""

import datetime
from dataclasses import dataclass

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from committee.follow_ups.closing import Lack, lacks_of
from committee.follow_ups.models import FollowUp
from committee.follow_ups.permissions import may_close, may_open_meeting_again
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.pages.template_words import badge, illustrative

register = template.Library()


@dataclass(frozen=True)
class Closing:
    lacks: list[Lack]
    may_close: bool
    may_open: bool


@register.simple_tag
def closing_of(meeting: Meeting, reader: Member) -> Closing:
    lacks = lacks_of(meeting) if meeting.is_held and not meeting.is_closed else []
    return Closing(lacks, may_close(reader, meeting), may_open_meeting_again(reader, meeting))


@register.filter
def standing_on(action: FollowUp, day: datetime.date) -> SafeString:
    """Show whether an action is open, overdue or done."""
    late = action.is_overdue(day)
    standing = badge("overdue", _("overdue")) if late else badge(action.state, action.get_state_display())
    return format_html("{} {}", standing, illustrative()) if action.is_illustrative else standing


@register.filter
def given_to(action: FollowUp) -> SafeString | str:
    """Show who is responsible, by post or by name."""
    if action.post:
        return format_html("{} ({})", action.post, action.post.city.name)
    if action.responsible:
        return format_html("{} ({})", action.responsible.name, action.responsible.city.name)
    return _("nobody responsible yet")
