"""What the file of the actions holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.follow_ups.models import FollowUp
from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of

FOLLOW_UP_COLUMNS = columns_of(
    FollowUp,
    *columns("title"),
    "state",
    "responsible",
    "post",
    Column(_("City"), attrgetter("city")),
    "due_on",
    "done_on",
    *columns("result"),
    "decision",
    Column(_("Subcommittee"), attrgetter("subcommittee")),
)
