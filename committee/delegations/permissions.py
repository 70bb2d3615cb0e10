from committee.delegations.models import Delegation
from committee.meetings.models import Meeting
from committee.meetings.permissions import may_edit_meeting
from committee.members.models import Member


def may_write_delegation(member: Member, meeting: Meeting) -> bool:
    """Who keeps the record of a meeting names the people that the own city sends."""
    return may_edit_meeting(member, meeting)


def may_edit_delegation(member: Member, delegation: Delegation) -> bool:
    """Each city writes its own delegation only, and takes its attendance."""
    return member.city_id == delegation.city_id and may_write_delegation(member, delegation.meeting)
