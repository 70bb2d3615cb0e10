from committee.members.models import Member
from committee.notices.models import Notice


def may_read_notice(member: Member, notice: Notice) -> bool:
    """What a member is told is for that member alone."""
    return notice.member_id == member.pk
