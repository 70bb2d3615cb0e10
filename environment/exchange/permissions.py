"""Who may let machines deliver, and who may deliver by hand."""

from committee.members.models import Member, Role
from environment.exchange.models import MachineAccount

KEEPERS = (Role.SECRETARIAT, Role.LIAISON)


def may_keep_machine_accounts(member: Member) -> bool:
    """Secretariat and liaison officer answer for what their city's systems deliver."""
    return member.holds(*KEEPERS)


def may_edit_machine_account(member: Member, account: MachineAccount) -> bool:
    return may_keep_machine_accounts(member) and member.city_id == account.city_id


def may_upload(member: Member) -> bool:
    """Only a liaison officer hands files over, for the own city or what the other one handed out."""
    return member.holds(Role.LIAISON)
