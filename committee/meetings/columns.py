"""What the file of the general meetings holds."""

from committee.languages.wording import columns
from committee.meetings.models import GeneralMeeting
from committee.pages.columns import columns_of

MEETING_COLUMNS = columns_of(
    GeneralMeeting, "ordinal", "state", "host", "starts_on", "ends_on", *columns("venue")
)
