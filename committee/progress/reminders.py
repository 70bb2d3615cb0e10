"""Reminds the co-leads of updates that are due and of those that wait for their answer, see REMINDERS."""

import datetime
from collections.abc import Iterator

from django.conf import settings
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.members.holders import co_leads
from committee.members.models import Member
from committee.notices.reasons import as_co_lead_of
from committee.progress.models import ProgressUpdate
from committee.projects.models import Project, ProjectQuerySet
from committee.projects.turns import last_day_reported
from committee.reminders.reminding import Reminder


def due_updates(now: datetime.datetime) -> Iterator[Reminder]:
    """Remind a city of each project under way of which it has long reported nothing."""
    for city in City.objects.all():
        leads = co_leads(city, now)
        today = now.astimezone(city.zone).date()
        for project in reported_until(city, datetime.date.min, last_day_reported(today)):
            if members := leads.get(project.subcommittee_id):
                yield _update_due(project, city, members)


def due_confirmations(now: datetime.datetime) -> Iterator[Reminder]:
    since = now - datetime.timedelta(days=settings.CONFIRMATION_REMINDER_DAYS)
    waiting = ProgressUpdate.objects.unanswered().filter(submitted_at__lte=since)
    for city in City.objects.all():
        leads = co_leads(city, now)
        for update in waiting.filter(answering_city=city).in_brief():
            if members := leads.get(update.project.subcommittee_id):
                yield _confirmation_due(update, members)


def reported_until(city: City, first: datetime.date, last: datetime.date) -> ProjectQuerySet:
    """Return the projects under way that a city last reported of on a day from `first` to `last`, or that
    began then and were not reported of."""
    updates = ProgressUpdate.objects.released().filter(city=city, project=OuterRef("pk"))
    latest = updates.order_by("-period_until").values("period_until")[:1]
    began = Coalesce(F("starts_on"), TruncDate("created_at"))
    under_way = Project.objects.filter(
        Q(draft_of__isnull=True) | Q(draft_of=city), state=Project.State.UNDER_WAY
    )
    known = under_way.select_related("subcommittee").annotate(
        reported_until=Coalesce(Subquery(latest), began)
    )
    found: ProjectQuerySet = known.filter(reported_until__range=(first, last))
    return found


def _update_due(project: Project, city: City, members: list[Member]) -> Reminder:
    until = project.reported_until  # type: ignore[attr-defined]  # of reported_until
    return Reminder(
        members=members,
        kind="update_due",
        key=f"project-{project.pk}-update-of-{city.pk}-due-after-{until}",
        subject=lambda: _("Update due: %(project)s") % {"project": project},
        body=lambda: (
            _("%(city)s has reported nothing of the time after %(day)s.") % {"city": city, "day": until}
        ),
        address=f"projects/{project.pk}/",
        reason=as_co_lead_of(project.subcommittee),
    )


def _confirmation_due(update: ProgressUpdate, members: list[Member]) -> Reminder:
    submitted_at = update.submitted_at
    assert submitted_at is not None, "a submitted update has its time"
    return Reminder(
        members=[member for member in members if member.pk not in update.writers],
        kind="confirmation_due",
        key=f"update-{update.pk}-confirmation-due-{int(submitted_at.timestamp())}",
        subject=lambda: _("Confirmation waits: %(project)s") % {"project": update.project},
        body=lambda: (
            _("%(city)s submitted its update on %(day)s. Please confirm it or return it.")
            % {"city": update.city, "day": submitted_at.astimezone(update.answering_city.zone).date()}
        ),
        address=f"updates/{update.pk}/",
        reason=as_co_lead_of(update.project.subcommittee),
    )
