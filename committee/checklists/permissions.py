from committee.checklists.models import ChecklistStep, ChecklistTask
from committee.meetings.models import Meeting
from committee.meetings.permissions import may_edit_meeting
from committee.members.models import Member, Role
from committee.members.permissions import is_secretariat


def may_keep_template(member: Member) -> bool:
    """Both secretariats keep the one template."""
    return is_secretariat(member)


def may_edit_task(member: Member, task: ChecklistTask) -> bool:
    return may_keep_template(member)


def may_edit_checklist(member: Member, meeting: Meeting) -> bool:
    """Whoever keeps a meeting says what has to be done towards it."""
    return may_edit_meeting(member, meeting)


def may_do_step(member: Member, step: ChecklistStep) -> bool:
    """A step is done by who holds its role in its city, or by that city's secretariat."""
    return step.city_id == member.city_id and member.holds(Role(step.role), Role.SECRETARIAT)
