"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.meetings.models import Decision, Meeting
from committee.meetings.permissions import may_edit_meeting
from committee.translations.texts import Translated

TRANSLATED = [
    Translated(Meeting, ("venue", "summary"), may_ask=may_edit_meeting, related=("subcommittee",)),
    Translated(Decision, ("text",), related=("meeting__subcommittee",)),
]
