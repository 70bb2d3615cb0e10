from committee.languages.searched import Searched
from committee.projects.indicators import Indicator
from committee.projects.models import LeadOrganisation, Milestone, Project

SEARCHED = [
    Searched(
        Project,
        title="title",
        texts=("summary",),
        subcommittee="subcommittee",
        day="starts_on",
        visible_to=Project.objects.visible_to,
    ),
    Searched(
        LeadOrganisation,
        title="name",
        related=("project",),
        city="city",
        subcommittee="project__subcommittee",
        day="project__starts_on",
        visible_to=LeadOrganisation.objects.visible_to,
    ),
    Searched(
        Milestone,
        title="title",
        related=("project",),
        subcommittee="project__subcommittee",
        day="due_on",
        visible_to=Milestone.objects.visible_to,
    ),
    Searched(
        Indicator,
        title="name",
        texts=("unit",),
        related=("project",),
        subcommittee="project__subcommittee",
        day="project__starts_on",
        visible_to=Indicator.objects.visible_to,
    ),
]
