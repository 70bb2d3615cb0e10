"""The cycle of general meetings: which comes next, where, when — counted from the meetings held."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.meetings.models import GeneralMeeting

YEARS_BETWEEN = 2


@dataclass(frozen=True)
class Proposal:
    """The number, host and first day that the cycle suggests for the next general meeting."""

    ordinal: int
    host: City | None
    starts_on: datetime.date | None


def propose_next() -> Proposal:
    """Follow the last meeting held: the other city, two years on, on the same day of the year."""
    last_number = GeneralMeeting.objects.order_by("-ordinal").values_list("ordinal", flat=True).first() or 0
    last = GeneralMeeting.objects.held().select_related("host").first()
    if last is None:
        return Proposal(last_number + 1, City.objects.first(), None)
    host = City.objects.other_than(last.host).first()
    return Proposal(last_number + 1, host, _years_later(last.starts_on, YEARS_BETWEEN))


def previous_held(meeting: GeneralMeeting) -> GeneralMeeting | None:
    """The meeting held before `meeting`: where the time that its report covers begins."""
    return GeneralMeeting.objects.held().before(meeting).order_by("-ordinal").first()


def warnings(meeting: GeneralMeeting) -> list[str]:
    """Sentences on where `meeting` leaves the order of the cycle; an empty list when it keeps it."""
    before = previous_held(meeting)
    found = []
    if before is not None and before.host_id == meeting.host_id:
        found.append(
            _("%(city)s also hosted the meeting before; hosts alternate.") % {"city": meeting.host.name.plain}
        )
    if before and before.starts_on and meeting.starts_on and meeting.starts_on <= before.starts_on:
        found.append(_("This meeting is dated before the one that precedes it by number."))
    return found


def _years_later(day: datetime.date | None, years: int) -> datetime.date | None:
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
