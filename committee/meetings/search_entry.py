from committee.languages.searched import Searched
from committee.meetings.models import AgendaItem, Decision, GeneralMeeting

SEARCHED = [
    Searched(
        GeneralMeeting,
        is_named_by_words=True,
        texts=("venue", "summary"),
        city="host",
        day="starts_on",
    ),
    Searched(
        AgendaItem,
        title="title",
        texts=("notes",),
        related=("meeting",),
        subcommittee="subcommittee",
        day="meeting__starts_on",
    ),
    Searched(
        Decision,
        texts=("text",),
        related=("meeting",),
        subcommittee="subcommittee",
        day="meeting__starts_on",
    ),
]
