from committee.members.models import Member, Role
from environment.threads.measures import MeasureTaken


def may_write(member: Member) -> bool:
    """Liaison officers of either city write, acknowledge, translate and close; every member reads."""
    return member.holds(Role.LIAISON)


def may_change_dates(member: Member, measure: MeasureTaken) -> bool:
    """A city's officers say from when until when their own city's measure was taken."""
    return member.holds(Role.LIAISON) and member.city_id == measure.message.city_id
