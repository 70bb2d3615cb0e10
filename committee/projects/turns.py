"""Whose turn it is at a project, in one rule: for its page, the lists, their files and the API.

Updates stand in a room above and are read through the project.
"""

import datetime
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import DateField, Exists, OuterRef, Prefetch, Q, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.languages.sentences import in_a_row, listed
from committee.projects.models import Project, ProjectQuerySet
from committee.workdays.due import latest_overdue

State = Project.State


def with_turn(projects: ProjectQuerySet, on: datetime.date) -> ProjectQuerySet:
    """Read along what `whose_turn` asks of each project, in three queries for a page of them."""
    in_play = _updates().in_play(last_day_reported(on)).briefly()
    dated = projects.annotate(asked_on=Value(on, output_field=DateField()))
    return dated.prefetch_related(Prefetch("updates", in_play, to_attr="in_play"))


def whose_turn(project: Any) -> str:
    """Say who is waited for at a project that was read `with_turn`, and for what; or that nobody is."""
    if project.draft_of:
        return _("Waiting for %(city)s to release the draft.") % {"city": project.draft_of.name.plain}
    if awaited := [update.awaited for update in project.in_play if update.awaited]:
        return in_a_row(awaited)
    if _is_reported_on(project, project.asked_on):
        return _of_reporting(project.in_play)
    return _("Nobody: the project is %(state)s.") % {"state": project.get_state_display()}


def at_turn(projects: ProjectQuerySet, city: City, on: datetime.date) -> ProjectQuerySet:
    """Narrow projects down to those at which `city` is waited for."""
    updates, last = _updates().filter(project=OuterRef("pk")), last_day_reported(on)
    heard = updates.released().filter(city=city, period_until__gt=last)
    is_due = Q(state=State.UNDER_WAY, began__lte=last) & ~Exists(updates.awaited()) & ~Exists(heard)
    asked = is_due | Exists(updates.awaited().waiting_for(city))
    known = projects.annotate(began=Coalesce("starts_on", TruncDate("created_at")))
    found: ProjectQuerySet = known.filter(Q(draft_of=city) | Q(asked, draft_of__isnull=True))
    return found


def last_day_reported(on: datetime.date) -> datetime.date:
    """Return the day so long before `on` that a city which reported until then is to report again."""
    return latest_overdue(on) - datetime.timedelta(days=settings.UPDATE_DUE_DAYS)


def _is_reported_on(project: Project, on: datetime.date) -> bool:
    began = project.starts_on or timezone.localdate(project.created_at)
    return project.state == State.UNDER_WAY and began <= last_day_reported(on)


def _of_reporting(lately: Sequence[Any]) -> str:
    """Say which city has long reported nothing, where nothing else is waited for."""
    days = {"days": settings.UPDATE_DUE_DAYS}
    heard = {update.city_id for update in lately}
    missing = {
        update.answering_city_id: update.answering_city.name.plain
        for update in lately
        if update.answering_city_id not in heard
    }
    if not lately:
        return (
            _("Waiting for the co-leads of both cities to report: nothing for more than %(days)s days.")
            % days
        )
    if not missing:
        return _("Nobody: both cities have reported lately.")
    words = _("Waiting for the co-lead of %(city)s to report: nothing for more than %(days)s days.")
    return words % (days | {"city": listed(missing.values())})


def _updates() -> Any:
    return apps.get_model("committee", "ProgressUpdate")._default_manager
