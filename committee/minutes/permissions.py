from committee.meetings.models import Meeting
from committee.members.models import Member, Role
from committee.members.permissions import is_secretariat, leads
from committee.minutes.models import Minutes
from committee.minutes.remarks import Remark


def works_on(member: Member, meeting: Meeting) -> bool:
    """Both secretariats see to the minutes of every meeting, co-leads to those of their own subcommittee."""
    return is_secretariat(member) or (
        meeting.subcommittee is not None and leads(member, meeting.subcommittee)
    )


def writes_minutes_of(member: Member, meeting: Meeting) -> bool:
    """The host city writes: its secretariat, and its co-leads where a subcommittee met."""
    return member.city_id == meeting.host_id and works_on(member, meeting)


def may_create_minutes(member: Member, meeting: Meeting) -> bool:
    return writes_minutes_of(member, meeting)


def may_write(member: Member, minutes: Minutes) -> bool:
    """What is circulated or agreed is locked."""
    return minutes.is_draft and writes_minutes_of(member, minutes.meeting)


def may_delete_minutes(member: Member, minutes: Minutes) -> bool:
    """What was once circulated stays."""
    return minutes.latest is None and may_write(member, minutes)


def may_take_back(member: Member, minutes: Minutes) -> bool:
    return minutes.state == Minutes.State.CIRCULATED and writes_minutes_of(member, minutes.meeting)


def may_remark(member: Member, minutes: Minutes) -> bool:
    return minutes.state == Minutes.State.CIRCULATED and works_on(member, minutes.meeting)


def may_answer_remark(member: Member, remark: Remark) -> bool:
    """The writers answer."""
    return remark.state == Remark.State.OPEN and writes_minutes_of(member, remark.section.minutes.meeting)


def agrees_for(member: Member, minutes: Minutes) -> bool:
    """Agreement is the secretariats': one's own city's, and once."""
    version = minutes.latest
    asked = version is not None and member.city_id in {answer.city_id for answer in version.unanswered}
    return asked and minutes.state == Minutes.State.CIRCULATED and member.holds(Role.SECRETARIAT)


def may_add_minutes_document(member: Member, minutes: Minutes) -> bool:
    """The signed scan comes from either side."""
    return works_on(member, minutes.meeting)
