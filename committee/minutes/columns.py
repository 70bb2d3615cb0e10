"""What the file of the minutes holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.minutes.models import Minutes
from committee.pages.columns import Column, columns_of

MINUTES_COLUMNS = columns_of(
    Minutes,
    "meeting",
    Column(_("Kind of meeting"), lambda minutes: minutes.meeting.get_kind_display()),
    Column(_("Host city"), attrgetter("meeting.host")),
    Column(_("Date"), attrgetter("meeting.starts_on")),
    "state",
    Column(_("Version"), lambda minutes: minutes.latest and minutes.latest.number),
    Column(_("Answer asked by"), lambda minutes: minutes.latest and minutes.latest.answer_by),
    Column(_("Where they stand"), attrgetter("printable_state")),
)
