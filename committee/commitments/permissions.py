from committee.commitments.models import Commitment
from committee.members.models import Member
from committee.members.permissions import is_secretariat


def may_create_commitment(member: Member) -> bool:
    return is_secretariat(member)


def may_edit_commitment(member: Member, commitment: Commitment) -> bool:
    """Both secretariats keep the record of what was promised."""
    return is_secretariat(member)


def may_settle_commitment(member: Member, commitment: Commitment) -> bool:
    """Whoever keeps the record of a commitment also says that it was kept or released, or is open again."""
    return may_edit_commitment(member, commitment)
