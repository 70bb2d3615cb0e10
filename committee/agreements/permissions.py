from committee.agreements.models import Agreement
from committee.members.models import Member
from committee.members.permissions import is_secretariat


def may_create_agreement(member: Member) -> bool:
    return is_secretariat(member)


def may_edit_agreement(member: Member, agreement: Agreement) -> bool:
    """Both secretariats keep the record of an agreement, its articles and its signatures."""
    return is_secretariat(member)
