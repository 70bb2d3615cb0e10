from committee.members.models import Member
from committee.members.permissions import is_secretariat
from committee.subcommittees.models import Subcommittee


def may_keep_subcommittees(member: Member) -> bool:
    """Both secretariats keep the list of subcommittees; who sits in them is said with the members."""
    return is_secretariat(member)


def may_edit_subcommittee(member: Member, _subcommittee: Subcommittee) -> bool:
    return may_keep_subcommittees(member)
