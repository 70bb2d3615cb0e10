"""What the page of a meeting, whose room stands below, shows of its closing."""

from dataclasses import dataclass

from django import template

from committee.follow_ups.closing import Lack, lacks_of
from committee.follow_ups.permissions import may_close, may_open_meeting_again
from committee.meetings.models import Meeting
from committee.members.models import Member

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
