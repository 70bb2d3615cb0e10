"""Reminds the co-leads of events that are over, but not said to be held or cancelled, see REMINDERS."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.events.models import Event
from committee.members.holders import co_leads
from committee.members.models import Member
from committee.notices.reasons import as_co_lead_of
from committee.reminders.reminding import Reminder


def events_without_outcome(now: datetime.datetime) -> Iterator[Reminder]:
    """Remind the host city; both where an event had no host."""
    for city in City.objects.all():
        leads = co_leads(city, now)
        over = Event.objects.released().hosted_by(city).over(now.astimezone(city.zone).date())
        for event in over.filter(state=Event.State.PLANNED).select_related("project__subcommittee"):
            if members := leads.get(event.project.subcommittee_id):
                yield _reminder(event, city, members)


def _reminder(event: Event, city: City, members: list[Member]) -> Reminder:
    return Reminder(
        members=members,
        kind="event_over",
        key=f"event-{event.pk}-over-{event.last_day}-{city.pk}",
        subject=lambda: _("Outcome missing: %(event)s") % {"event": event},
        body=lambda: (
            _("It ended on %(day)s. Please say whether it was held, and enter the figures.")
            % {"day": event.last_day}
        ),
        address=f"events/{event.pk}/",
        reason=as_co_lead_of(event.project.subcommittee),
    )
