from committee.follow_ups.models import FollowUp
from committee.meetings.models import Decision, Meeting
from committee.meetings.permissions import keeps_meeting, may_edit_meeting
from committee.members.models import Member


def may_say_outcome(member: Member, decision: Decision) -> bool:
    """Whoever keeps the meeting says what its decisions became, until it is closed."""
    return may_edit_meeting(member, decision.meeting)


def may_edit_follow_up(member: Member, follow_up: FollowUp) -> bool:
    """Whoever keeps the meeting gives an action to somebody else or another day, also of a closed one."""
    return not follow_up.is_done and keeps_meeting(member, follow_up.decision.meeting)


def may_delete_follow_up(member: Member, follow_up: FollowUp) -> bool:
    return may_edit_meeting(member, follow_up.decision.meeting)


def reports_on(member: Member, follow_up: FollowUp) -> bool:
    """Who is responsible says that it is done, or whoever keeps the meeting."""
    return follow_up.is_seen_to_by(member) or keeps_meeting(member, follow_up.decision.meeting)


def may_finish(member: Member, follow_up: FollowUp) -> bool:
    return not follow_up.is_done and reports_on(member, follow_up)


def may_open_again(member: Member, follow_up: FollowUp) -> bool:
    return follow_up.is_done and keeps_meeting(member, follow_up.decision.meeting)


def may_close(member: Member, meeting: Meeting) -> bool:
    return meeting.is_held and may_edit_meeting(member, meeting)


def may_open_meeting_again(member: Member, meeting: Meeting) -> bool:
    return meeting.is_closed and keeps_meeting(member, meeting)
