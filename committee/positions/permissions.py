from committee.agendas.models import AgendaItem
from committee.commitments.models import Commitment
from committee.members.models import Member
from committee.members.permissions import is_secretariat, leads
from committee.positions.models import Position


def may_write_position(member: Member, subject: Commitment | AgendaItem) -> bool:
    """Whether the member says what the own city thinks: its secretariat, and who leads the subcommittee."""
    subcommittee = subject.subcommittee
    return is_secretariat(member) or (subcommittee is not None and leads(member, subcommittee))


def may_read_history(member: Member, position: Position) -> bool:
    """What a position said before it was released stays inside its city."""
    return member.city_id == position.city_id


def may_edit_position(member: Member, position: Position) -> bool:
    return member.city_id == position.city_id and may_write_position(member, position.subject)
