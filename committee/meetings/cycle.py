"""The cycle of general meetings: which comes next, where, when — counted from the meetings held."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.meetings.models import GeneralMeeting, Meeting

YEARS_BETWEEN = 2


@dataclass(frozen=True)
class Proposal:
    """The number, host and first day that the cycle suggests for a general meeting."""

    ordinal: int
    host: City | None
    starts_on: datetime.date | None


@dataclass(frozen=True)
class Outlook:
    """What follows the last meeting held: what the cycle expects, and its record where there is one."""

    expected: Proposal
    waiting: GeneralMeeting | None


def outlook() -> Outlook:
    """Follow the last meeting held: the other city, two years on, on the same day of the year.

    A meeting that was planned or postponed keeps its number until it is held, so it is the one expected.
    """
    last_held = GeneralMeeting.objects.held().select_related("host").first()
    later = GeneralMeeting.objects.get_queryset().select_related("host").order_by("ordinal")
    waiting = (later.after(last_held) if last_held else later).first()
    return Outlook(_following(last_held), waiting)


def propose_next() -> Proposal:
    """Suggest a meeting that is not recorded yet: it follows the last one by number, held or not."""
    return _following(GeneralMeeting.objects.select_related("host").first())


def previous_held(meeting: Meeting) -> GeneralMeeting | None:
    """The meeting held before `meeting`: where the time that its report covers begins."""
    return GeneralMeeting.objects.held().before(meeting).order_by("-ordinal").first()


def warnings(meeting: Meeting) -> list[str]:
    """Sentences on where `meeting` leaves the order of the cycle; an empty list when it keeps it."""
    before = _meeting_before(meeting)
    found = []
    if before is not None and before.host_id == meeting.host_id:
        found.append(
            _("%(city)s also hosted the meeting before; hosts alternate.") % {"city": meeting.host.name.plain}
        )
    if before and before.starts_on and meeting.starts_on and meeting.starts_on <= before.starts_on:
        found.append(_("This meeting is dated before the one that precedes it by number."))
    return found


def _following(last: GeneralMeeting | None) -> Proposal:
    if last is None:
        return Proposal(1, City.objects.first(), None)
    # The day of a postponed meeting has lapsed: nothing can be counted from it.
    day = None if last.state == GeneralMeeting.State.POSTPONED else _years_later(last.starts_on)
    return Proposal((last.ordinal or 0) + 1, City.objects.other_than(last.host).first(), day)


def _meeting_before(meeting: Meeting) -> GeneralMeeting | None:
    """The one `meeting` alternates with: one held follows one held, one to come the next lower number."""
    if meeting.state == GeneralMeeting.State.HELD:
        return previous_held(meeting)
    return GeneralMeeting.objects.before(meeting).order_by("-ordinal").first()


def _years_later(day: datetime.date | None) -> datetime.date | None:
    if day is None:
        return None
    try:
        return day.replace(year=day.year + YEARS_BETWEEN)
    except ValueError:  # 29 February
        return day.replace(year=day.year + YEARS_BETWEEN, day=28)
