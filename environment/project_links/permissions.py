from django.db.models import QuerySet

from committee.cities.models import City
from committee.members.models import Member, Role
from committee.members.permissions import is_secretariat, leads
from committee.projects.models import Project
from committee.projects.permissions import is_in_sight
from environment.project_links.models import ProjectAirLink


def may_link_city(member: Member, project: Project, city: City) -> bool:
    """Secretariats, the project's co-leads, and the hotline's liaison officers for their own city."""
    if not is_in_sight(member, project):
        return False
    if is_secretariat(member) or leads(member, project.subcommittee):
        return True
    return member.holds(Role.LIAISON) and member.city_id == city.pk


def may_create_link(member: Member, project: Project) -> bool:
    return may_link_city(member, project, member.city)


def may_edit_link(member: Member, link: ProjectAirLink) -> bool:
    return may_link_city(member, link.project, link.city)


def cities_to_link(member: Member, project: Project) -> QuerySet[City]:
    """The cities whose air the member may set beside the project."""
    if is_secretariat(member) or leads(member, project.subcommittee):
        return City.objects.all()
    return City.objects.filter(pk=member.city_id)
