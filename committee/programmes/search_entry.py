from committee.languages.searched import Searched
from committee.programmes.models import ProgrammeEntry

SEARCHED = [
    Searched(
        ProgrammeEntry,
        title="title",
        texts=("place",),
        related=("meeting__subcommittee",),
        day="meeting__starts_on",
    ),
]
