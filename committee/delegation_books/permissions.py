from committee.delegations.models import Delegation
from committee.delegations.permissions import may_edit_delegation
from committee.members.models import Member


def may_build_book(member: Member, delegation: Delegation) -> bool:
    """Who writes a delegation has its book built; the whole city reads it."""
    return may_edit_delegation(member, delegation)
