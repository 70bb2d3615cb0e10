"""Who may let machines deliver, and who may deliver by hand."""

from committee.members.models import Member, Role
from environment.exchange.models import MachineAccount
from environment.measurements.models import Delivery

KEEPERS = (Role.SECRETARIAT, Role.LIAISON)


def may_keep_machine_accounts(member: Member) -> bool:
    """Secretariat and liaison officer answer for what their city's systems deliver."""
    return member.holds(*KEEPERS)


def may_edit_machine_account(member: Member, account: MachineAccount) -> bool:
    return may_keep_machine_accounts(member) and member.city_id == account.city_id


def may_decide_clock(member: Member, delivery: Delivery) -> bool:
    """The liaison officer of the city whose hours they are decides, and so does who handed them over."""
    is_concerned = member.city_id == delivery.city_id or member.pk == delivery.by_id
    return member.holds(Role.LIAISON) and is_concerned


def may_upload(member: Member) -> bool:
    """Only a liaison officer hands files over, for the own city or what the other one handed out."""
    return member.holds(Role.LIAISON)
