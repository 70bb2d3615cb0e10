from committee.meetings.models import Meeting
from committee.meetings.permissions import may_edit_meeting
from committee.members.models import Member


def may_edit_programme(member: Member, meeting: Meeting) -> bool:
    """Who keeps the record of a meeting keeps its programme."""
    return may_edit_meeting(member, meeting)
