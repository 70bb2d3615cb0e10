from committee.languages.searched import Searched
from committee.meetings.models import Decision, Meeting

SEARCHED = [
    Searched(
        Meeting,
        is_named_by_words=True,
        texts=("venue", "summary"),
        related=("subcommittee",),
        city="host",
        subcommittee="subcommittee",
        day="starts_on",
    ),
    Searched(
        Decision,
        texts=("text",),
        related=("meeting__subcommittee",),
        subcommittee="subcommittee",
        day="meeting__starts_on",
    ),
]
