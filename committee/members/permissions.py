from django.db import models

from committee.members.models import Member, Role


def is_secretariat(member: Member) -> bool:
    return member.is_secretariat


def leads(member: Member, subcommittee: models.Model) -> bool:
    """Whether the member is a co-lead of `subcommittee`, for whichever city."""
    return member.holds(Role.CO_LEAD, subcommittee=subcommittee)


def works_in(member: Member, subcommittee: models.Model) -> bool:
    return member.holds(Role.CO_LEAD, Role.CONTRIBUTOR, subcommittee=subcommittee)


def may_create_member(editor: Member) -> bool:
    return is_secretariat(editor)


def may_edit_member(editor: Member, member: Member) -> bool:
    """A secretariat manages the members of its own city only."""
    return is_secretariat(editor) and editor.city_id == member.city_id
