from committee.checklists.models import ChecklistStep
from committee.languages.searched import Searched

SEARCHED = [
    Searched(
        ChecklistStep,
        title="title",
        city="city",
        subcommittee="meeting__subcommittee",
        day="due_on",
    ),
]
