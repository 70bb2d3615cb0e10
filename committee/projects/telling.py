"""Tells the other city of a project that comes into its sight."""

from django.utils import timezone
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.members.holders import co_leads
from committee.notices.actions import notify
from committee.notices.reasons import as_co_lead_of
from committee.projects.models import Project


def tell_released(project: Project, city: City) -> None:
    """Tell the other cities' co-leads of the subcommittee that `city` has released a project."""
    now = timezone.now()
    for other in City.objects.other_than(city):
        notify(
            members=co_leads(other, now).get(project.subcommittee_id, []),
            kind="project",
            key=f"project-{project.pk}-released",
            subject=lambda: _("New project: %(project)s") % {"project": project},
            body=lambda: _("%(city)s has prepared it and now shows it to both cities.") % {"city": city},
            address=f"projects/{project.pk}/",
            reason=as_co_lead_of(project.subcommittee),
        )
