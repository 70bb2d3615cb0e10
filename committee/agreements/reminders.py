"""Reminds both secretariats and the co-leads of agreements that end soon, see REMINDERS."""

import calendar
import datetime
from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committee.agreements.models import Agreement
from committee.cities.models import City
from committee.members.holders import co_leads
from committee.members.models import Member, Role
from committee.notices.reasons import Reason, as_co_lead_of, as_secretariat
from committee.reminders.reminding import Reminder
from committee.subcommittees.models import Subcommittee


def expiring_agreements(now: datetime.datetime) -> Iterator[Reminder]:
    """Remind at each of AGREEMENT_EXPIRY_MONTHS before the last day; who was away is reminded of the next."""
    for city in City.objects.all():
        today = now.astimezone(city.zone).date()
        ending = list(ending_soon(today))
        if not ending:
            continue
        secretaries = Member.objects.holding(Role.SECRETARIAT, today).filter(city=city)
        members, leads = list(secretaries.select_related("city")), co_leads(city, now)
        for agreement, months in ending:
            yield _reminder(agreement, months, members, as_secretariat)
            for subcommittee in Subcommittee.objects.filter(commitments__agreement=agreement).distinct():
                yield _reminder(
                    agreement, months, leads.get(subcommittee.pk, []), as_co_lead_of(subcommittee)
                )


def ending_soon(today: datetime.date) -> Iterator[tuple[Agreement, int]]:
    """Yield what ends within the longest of AGREEMENT_EXPIRY_MONTHS, with the months that were reached."""
    for agreement in Agreement.objects.ending(today, latest_near(today)):
        last = agreement.in_force_until
        assert last is not None, "what ends has its last day"
        yield agreement, min(each for each in settings.AGREEMENT_EXPIRY_MONTHS if is_near(last, each, today))


def is_near(last: datetime.date, months: int, today: datetime.date) -> bool:
    """Whether today is within so many months of the `last` day."""
    return months_before(last, months) <= today


def latest_near(today: datetime.date) -> datetime.date:
    """Return the latest day of which today is within the longest of AGREEMENT_EXPIRY_MONTHS."""
    longest = max(settings.AGREEMENT_EXPIRY_MONTHS)
    last = today + datetime.timedelta(days=31 * longest)
    while not is_near(last, longest, today):
        last -= datetime.timedelta(days=1)
    return last


def months_before(day: datetime.date, months: int) -> datetime.date:
    """Return the same day of an earlier month, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _reminder(agreement: Agreement, months: int, members: list[Member], reason: Reason) -> Reminder:
    until = agreement.in_force_until
    return Reminder(
        members=members,
        kind="agreement_expires",
        key=f"agreement-{agreement.pk}-ends-{until}-{months}",
        subject=lambda: _("Agreement ends: %(agreement)s") % {"agreement": agreement},
        body=lambda: (
            ngettext(
                "It ends on %(day)s, within %(months)s month, and no renewal has been signed.",
                "It ends on %(day)s, within %(months)s months, and no renewal has been signed.",
                months,
            )
            % {"day": until, "months": months}
        ),
        address=f"agreements/{agreement.pk}/",
        reason=reason,
    )
