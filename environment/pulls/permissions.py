from committee.members.models import Member, Role


def may_keep_pulls(member: Member) -> bool:
    """Liaison officers of either city: what a city publishes is for both, as with files handed over."""
    return member.holds(Role.LIAISON)
