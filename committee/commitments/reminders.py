"""Reminds the co-leads of commitments whose day has passed, see REMINDERS."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.members.holders import co_leads
from committee.members.models import Member
from committee.notices.reasons import as_co_lead_of
from committee.reminders.reminding import Reminder


def late_commitments(now: datetime.datetime) -> Iterator[Reminder]:
    for city in City.objects.all():
        leads = co_leads(city, now)
        late = Commitment.objects.promised_by(city).overdue(now.astimezone(city.zone).date())
        for commitment in late.select_related("subcommittee"):
            if members := leads.get(commitment.subcommittee_id):
                yield _reminder(commitment, members)


def _reminder(commitment: Commitment, members: list[Member]) -> Reminder:
    return Reminder(
        members=members,
        kind="commitment_late",
        key=f"commitment-{commitment.pk}-late-{commitment.due_on}",
        subject=lambda: _("Commitment late: %(commitment)s") % {"commitment": commitment},
        body=lambda: _("It was due on %(day)s and is still open.") % {"day": commitment.due_on},
        address=f"commitments/{commitment.pk}/",
        reason=as_co_lead_of(commitment.subcommittee),
    )
