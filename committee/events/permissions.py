from committee.events.models import Event
from committee.members.models import Member
from committee.projects.models import Project
from committee.projects.permissions import may_edit_project, may_report_on


def may_keep_events(member: Member, project: Project) -> bool:
    """Who keeps the project, and who reports on it; each for the own city's figures."""
    return may_edit_project(member, project) or may_report_on(member, project)


def may_edit_event(member: Member, event: Event) -> bool:
    return may_keep_events(member, event.project)
