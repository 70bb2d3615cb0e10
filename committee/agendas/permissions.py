from django.db import models

from committee.agendas.models import AgendaItem
from committee.meetings.models import Meeting
from committee.meetings.permissions import may_edit_meeting
from committee.members.models import Member, Role
from committee.members.permissions import is_secretariat, leads

State = AgendaItem.State


def prepares(member: Member, meeting: Meeting, subcommittee: models.Model | None) -> bool:
    """Secretariats speak for their city on every point, co-leads on those of their subcommittee.

    The working meetings of the secretariats are theirs alone.
    """
    if is_secretariat(member):
        return True
    concerned = meeting.subcommittee or subcommittee
    return meeting.kind != Meeting.Kind.WORKING and concerned is not None and leads(member, concerned)


def may_propose_item(member: Member, meeting: Meeting) -> bool:
    """What was on the agenda of a meeting that was held is recorded by who keeps the meeting."""
    if meeting.is_held or meeting.kind == Meeting.Kind.WORKING or meeting.subcommittee:
        return may_edit_meeting(member, meeting)
    return is_secretariat(member) or member.holds(Role.CO_LEAD)


def may_edit_item(member: Member, item: AgendaItem) -> bool:
    """The words of an item are those of the city that proposed it; what was recorded is of both."""
    if item.city_id is None:
        return may_edit_meeting(member, item.meeting)
    return item.city_id == member.city_id and prepares(member, item.meeting, item.subcommittee)


def answers_item(member: Member, item: AgendaItem) -> bool:
    """The other city answers."""
    is_other_city = item.city_id not in (None, member.city_id)
    return is_other_city and prepares(member, item.meeting, item.subcommittee)


def may_answer_item(member: Member, item: AgendaItem) -> bool:
    return item.state == State.PROPOSED and not item.meeting.is_held and answers_item(member, item)


def may_move_item(member: Member, item: AgendaItem) -> bool:
    """Both cities put the agenda in order, whoever proposed what."""
    return prepares(member, item.meeting, item.subcommittee)


def may_agree(member: Member, meeting: Meeting) -> bool:
    return not meeting.is_held and may_edit_meeting(member, meeting)
