from committee.events.models import Event
from committee.members.models import Member
from committee.projects.permissions import may_work_on


def may_edit_event(member: Member, event: Event) -> bool:
    return may_work_on(member, event.project)
