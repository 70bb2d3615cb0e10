"""What the file of the meetings holds."""

from committee.languages.wording import columns
from committee.meetings.models import Meeting
from committee.pages.columns import columns_of

MEETING_COLUMNS = columns_of(
    Meeting,
    "kind",
    "ordinal",
    "subcommittee",
    "state",
    "host",
    "starts_on",
    "ends_on",
    "start_time",
    "end_time",
    *columns("venue"),
)
