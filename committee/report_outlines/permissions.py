from committee.members.models import Member
from committee.members.permissions import is_secretariat


def may_arrange(member: Member) -> bool:
    """Either secretariat decides which sections a report has, in which order, and introduces them."""
    return is_secretariat(member)
