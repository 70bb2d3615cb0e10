from committee.languages.searched import Searched
from committee.research.models import Institute, Researcher, Study

SEARCHED = [
    Searched(
        Study,
        title="title",
        texts=("question", "used"),
        subcommittee="project__subcommittee",
        day="published_on",
        visible_to=Study.objects.visible_to,
    ),
    Searched(
        Institute,
        title="name",
        related=("project",),
        city="city",
        subcommittee="project__subcommittee",
        day="project__starts_on",
        visible_to=Institute.objects.visible_to,
    ),
    Searched(
        Researcher,
        title="name",
        texts=("task",),
        related=("institute__project",),
        city="institute__city",
        subcommittee="institute__project__subcommittee",
        day="institute__project__starts_on",
        visible_to=Researcher.objects.visible_to,
    ),
]
