"""What the page of a meeting, whose room stands below, shows of its agenda."""

from django import template

from committee.agendas.agenda import Agenda, agenda_of
from committee.meetings.models import Meeting
from committee.members.models import Member

register = template.Library()


@register.simple_tag
def agenda_for(meeting: Meeting, reader: Member) -> Agenda:
    return agenda_of(meeting, reader)
