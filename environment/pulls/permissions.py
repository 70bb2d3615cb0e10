from committee.members.models import Member, Role
from environment.pulls.models import Pull


def may_keep_pulls(member: Member) -> bool:
    """Liaison officers of either city: what a city publishes is for both, as with files handed over."""
    return member.holds(Role.LIAISON)


def may_edit_pull(member: Member, _pull: Pull) -> bool:
    return may_keep_pulls(member)
