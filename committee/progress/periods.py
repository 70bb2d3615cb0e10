"""The period that the next update of a city on a project is about."""

import datetime

from committee.cities.models import City
from committee.progress.models import ProgressUpdate
from committee.projects.models import Project


def next_period(project: Project, city: City, today: datetime.date) -> dict[str, datetime.date | None]:
    """Suggest the days from the end of the city's last update, or the project's start, up to `today`."""
    last = ProgressUpdate.objects.filter(project=project, city=city).order_by("-period_until").first()
    start = last.period_until + datetime.timedelta(days=1) if last else project.starts_on
    return {"period_from": start, "period_until": today if start and start <= today else None}
