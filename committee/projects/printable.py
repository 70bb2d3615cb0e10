"""Which projects a report may print, see REPORT_RECORDS in the settings."""

from collections.abc import Iterable

from committee.projects.models import Project


def printable(ids: Iterable[int]) -> set[int]:
    """Return those that a report may print: one inside one city is nobody else's business."""
    return set(Project.objects.released().filter(pk__in=ids).values_list("pk", flat=True))
