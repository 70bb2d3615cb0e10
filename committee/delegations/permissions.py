from committee.delegations.models import Delegation
from committee.meetings.models import GeneralMeeting
from committee.members.models import Member
from committee.members.permissions import is_secretariat


def may_write_delegation(member: Member, meeting: GeneralMeeting) -> bool:
    """Whether the member writes the delegation of the own city to a meeting."""
    return is_secretariat(member)


def may_edit_delegation(member: Member, delegation: Delegation) -> bool:
    """Each city writes its own delegation only, and takes its attendance."""
    return member.city_id == delegation.city_id and may_write_delegation(member, delegation.meeting)
