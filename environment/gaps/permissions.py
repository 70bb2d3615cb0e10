from committee.members.models import Member, Role
from environment.gaps.models import GapNotice

State = GapNotice.State


def may_answer_gap(member: Member, notice: GapNotice) -> bool:
    """The sending city's liaison officer answers until the notice is closed."""
    is_sender = member.holds(Role.LIAISON) and member.city_id == notice.city_id
    return is_sender and notice.state != State.CLOSED


def may_close_gap(member: Member, notice: GapNotice) -> bool:
    """The receiving city's liaison officer closes what was answered or came late."""
    is_receiver = member.holds(Role.LIAISON) and member.city_id != notice.city_id
    return is_receiver and notice.state in (State.ANSWERED, State.FILLED)
