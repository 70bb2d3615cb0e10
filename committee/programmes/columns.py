"""What the file of the programmes holds; times are those of the host city."""

import datetime
from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of
from committee.programmes.models import ProgrammeEntry


def _at(entry: ProgrammeEntry, moment: datetime.datetime) -> str:
    return moment.astimezone(entry.meeting.host.zone).isoformat(timespec="minutes")


PROGRAMME_COLUMNS = columns_of(
    ProgrammeEntry,
    Column(_("Meeting"), attrgetter("meeting")),
    Column(_("Begins, in the host city's time"), lambda entry: _at(entry, entry.starts_at)),
    Column(_("Ends, in the host city's time"), lambda entry: _at(entry, entry.ends_at)),
    "kind",
    *columns("title", "place"),
    Column(_("Delegations"), lambda entry: "; ".join(str(city) for city in entry.cities.all())),
)
