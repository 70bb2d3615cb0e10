from committee.languages.searched import Searched
from committee.research.models import Institute, Researcher, Study

SEARCHED = [
    Searched(
        Study,
        title="title",
        texts=("question", "used"),
        subcommittee="project__subcommittee",
        day="published_on",
    ),
    Searched(
        Institute,
        title="name",
        related=("project",),
        city="city",
        subcommittee="project__subcommittee",
        day="project__starts_on",
    ),
    Searched(
        Researcher,
        title="name",
        texts=("task",),
        related=("institute__project",),
        city="institute__city",
        subcommittee="institute__project__subcommittee",
        day="institute__project__starts_on",
    ),
]
