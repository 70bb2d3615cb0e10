from committee.members.models import Member, Role
from environment.ledger.models import Promise

KEEPERS = (Role.LIAISON, Role.SECRETARIAT)


def may_create_promise(member: Member) -> bool:
    """Liaison officer and secretariat write down what their own city promised; both cities read it."""
    return member.holds(*KEEPERS)


def may_edit_promise(member: Member, promise: Promise) -> bool:
    return may_create_promise(member) and member.city_id == promise.city_id
