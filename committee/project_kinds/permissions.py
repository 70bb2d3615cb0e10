from committee.members.models import Member
from committee.members.permissions import is_secretariat
from committee.project_kinds.models import ProjectKind


def may_keep_kinds(member: Member) -> bool:
    """Both secretariats say which kinds of projects there are, and what belongs to each."""
    return is_secretariat(member)


def may_edit_kind(member: Member, _kind: ProjectKind) -> bool:
    return may_keep_kinds(member)
