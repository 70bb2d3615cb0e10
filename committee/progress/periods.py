"""The period that the next update of a city on a project is about."""

import datetime

from committee.cities.models import City
from committee.progress.models import ProgressUpdate
from committee.projects.models import Project


def next_start(project: Project, city: City) -> datetime.date | None:
    """Return the day after the city's last update ends; the project's first day before any update."""
    last = ProgressUpdate.objects.filter(project=project, city=city).order_by("-period_until").first()
    return last.period_until + datetime.timedelta(days=1) if last else project.starts_on
