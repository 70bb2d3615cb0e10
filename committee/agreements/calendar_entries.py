"""What the agreements put into the calendar, see CALENDAR_SOURCES."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from committee.agreements.models import Agreement
from committee.members.models import Member
from committee.workdays.dated import Dated, Period

BINDING = [Agreement.State.SIGNED, Agreement.State.IN_FORCE]


def signings(period: Period, reader: Member | None) -> Iterator[Dated]:
    for agreement in _read_by(reader).filter(period.holding("signed_on")):
        assert agreement.signed_on is not None, "the filter leaves those that are signed"
        yield Dated(
            record=agreement,
            title=_("Signed: %(agreement)s") % {"agreement": agreement},
            starts=agreement.signed_on,
            part="signed",
            place=agreement.signed_in.plain,
        )


def expiries(period: Period, reader: Member | None) -> Iterator[Dated]:
    for agreement in _read_by(reader).filter(period.holding("in_force_until"), state__in=BINDING):
        assert agreement.in_force_until is not None, "the filter leaves those that end"
        yield Dated(
            record=agreement,
            title=_("Last day in force: %(agreement)s") % {"agreement": agreement},
            starts=agreement.in_force_until,
            part="expires",
        )


def _read_by(reader: Member | None) -> QuerySet[Agreement]:
    """Return what a reader sees; whoever has not signed in, the agreements in force."""
    everything = Agreement.objects.defer("text_ko", "text_zh_hans", "text_en")
    return everything if reader else everything.filter(state=Agreement.State.IN_FORCE)
