from committee.members.models import Member
from committee.members.permissions import is_secretariat


def may_build(member: Member) -> bool:
    """Either secretariat may have a report built, and built again when it failed."""
    return is_secretariat(member)


def may_publish(member: Member) -> bool:
    """Either secretariat may lay a report open to everybody, and take that back."""
    return is_secretariat(member)
