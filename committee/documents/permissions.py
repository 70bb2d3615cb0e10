from committee.documents.models import Document
from committee.members.models import Member, Role
from committee.members.permissions import is_secretariat, works_in

WORKING_ROLES = [role for role in Role if role != Role.OBSERVER]


def may_add_document(member: Member) -> bool:
    """Who works on the cooperation adds documents; an observer reads."""
    return member.holds(*WORKING_ROLES)


def may_edit_document(member: Member, document: Document) -> bool:
    """Of the city it comes from, or of both: who added it, the secretariat, who works in its subcommittee."""
    if not _is_of_its_city(member, document) or not may_add_document(member):
        return False
    added = document.added_by_id == member.pk
    works = document.subcommittee is not None and works_in(member, document.subcommittee)
    return added or works or is_secretariat(member)


def may_withdraw_document(member: Member, document: Document) -> bool:
    """Those alone who still see it when it is withdrawn, so that they can bring it back."""
    added = document.added_by_id == member.pk
    return may_edit_document(member, document) and (added or is_secretariat(member))


def may_release_document(member: Member, document: Document) -> bool:
    return may_edit_document(member, document)


def _is_of_its_city(member: Member, document: Document) -> bool:
    return document.city_id in (None, member.city_id)
