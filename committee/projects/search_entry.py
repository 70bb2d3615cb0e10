from committee.languages.searched import Searched
from committee.projects.models import Indicator, LeadOrganisation, Milestone, Project

SEARCHED = [
    Searched(Project, title="title", texts=("summary",), subcommittee="subcommittee", day="starts_on"),
    Searched(
        LeadOrganisation,
        title="name",
        related=("project",),
        city="city",
        subcommittee="project__subcommittee",
        day="project__starts_on",
    ),
    Searched(
        Milestone,
        title="title",
        related=("project",),
        subcommittee="project__subcommittee",
        day="due_on",
    ),
    Searched(
        Indicator,
        title="name",
        texts=("unit",),
        related=("project",),
        subcommittee="project__subcommittee",
        day="project__starts_on",
    ),
]
