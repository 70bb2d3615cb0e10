"""Which updates a report may print, see REPORT_RECORDS in the settings."""

from collections.abc import Iterable

from committee.progress.models import ProgressUpdate
from committee.projects.models import Project


def printable(ids: Iterable[int]) -> set[int]:
    """Return those that a report may print: handed over, and of a project that both cities see."""
    of_both = Project.objects.released().values("pk")
    handed_over = ProgressUpdate.objects.released().filter(pk__in=ids, project__in=of_both)
    return set(handed_over.values_list("pk", flat=True))
