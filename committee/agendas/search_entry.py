from committee.agendas.models import AgendaItem
from committee.languages.searched import Searched

SEARCHED = [
    Searched(
        AgendaItem,
        title="title",
        texts=("notes",),
        related=("meeting__subcommittee",),
        subcommittee="subcommittee",
        day="meeting__starts_on",
    ),
]
