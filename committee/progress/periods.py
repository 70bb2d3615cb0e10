"""The period that the next update of a city on a project is about."""

import datetime

from committee.cities.models import City
from committee.progress.models import ProgressUpdate
from committee.projects.models import Project


def last_report(project: Project, city: City, update: ProgressUpdate | None) -> ProgressUpdate | None:
    """Return what the city reported of the project before `update`, or last; what it corrects comes first."""
    earlier = ProgressUpdate.objects.filter(project=project, city=city).released().in_full()
    if update is None:
        return earlier.order_by("-period_until", "-pk").first()
    if update.corrects_id:
        return earlier.filter(pk=update.corrects_id).first()
    return earlier.filter(period_until__lt=update.period_until).order_by("-period_until", "-pk").first()


def next_period(project: Project, city: City, today: datetime.date) -> dict[str, datetime.date | None]:
    """Suggest the days from the end of the city's last update, or the project's start, up to `today`."""
    last = ProgressUpdate.objects.filter(project=project, city=city).order_by("-period_until").first()
    return period_after(last, project, today)


def period_after(
    last: ProgressUpdate | None, project: Project, today: datetime.date
) -> dict[str, datetime.date | None]:
    start = last.period_until + datetime.timedelta(days=1) if last else project.starts_on
    return {"period_from": start, "period_until": today if start and start <= today else None}
