from committee.members.models import Member
from committee.members.sign_in import MemberBackend


def may_follow(member: Member) -> bool:
    """Who may sign in and holds a post today follows the calendar by its secret address."""
    return MemberBackend().user_can_authenticate(member) and bool(member.posts_now)
