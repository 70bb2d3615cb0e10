from committee.meetings.models import GeneralMeeting
from committee.members.models import Member
from committee.members.permissions import is_secretariat


def may_create_meeting(member: Member) -> bool:
    return is_secretariat(member)


def may_edit_meeting(member: Member, meeting: GeneralMeeting) -> bool:
    """Both secretariats keep the record of a general meeting, its agenda and its decisions."""
    return is_secretariat(member)
