from django.db.models import QuerySet

from committee.members.models import Member, Role
from committee.members.permissions import is_secretariat, leads, works_in
from committee.projects.models import Project
from committee.subcommittees.models import Subcommittee


def subcommittees_kept_by(member: Member) -> QuerySet[Subcommittee]:
    """Where the member may set up projects: a secretariat everywhere, a co-lead at home."""
    if is_secretariat(member):
        return Subcommittee.objects.all()
    led = [post for post in member.posts_now if post.role == Role.CO_LEAD]
    return Subcommittee.objects.filter(posts__in=led).distinct()


def may_keep_projects_of(member: Member, subcommittee: Subcommittee) -> bool:
    """Both secretariats and the subcommittee's co-leads from both cities keep its projects."""
    return is_secretariat(member) or leads(member, subcommittee)


def may_create_project(member: Member) -> bool:
    return member.holds(Role.SECRETARIAT, Role.CO_LEAD)


def is_in_sight(member: Member, project: Project) -> bool:
    """What one city still keeps inside is nothing for the other one; see `ProjectQuerySet.visible_to`."""
    return project.draft_of_id in (None, member.city_id)


def may_edit_project(member: Member, project: Project) -> bool:
    return is_in_sight(member, project) and may_keep_projects_of(member, project.subcommittee)


def may_release_project(member: Member, project: Project) -> bool:
    return project.draft_of_id is not None and may_edit_project(member, project)


def may_report_on(member: Member, project: Project) -> bool:
    """Who works in the subcommittee reports for his or her own city."""
    return is_in_sight(member, project) and works_in(member, project.subcommittee)


def may_work_on(member: Member, project: Project) -> bool:
    """Who keeps the project, and who reports on it: for its events, research and documents."""
    return may_edit_project(member, project) or may_report_on(member, project)


def may_add_project_document(member: Member, project: Project) -> bool:
    return may_work_on(member, project)
