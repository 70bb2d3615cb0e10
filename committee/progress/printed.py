"""Which projects and progress updates a report prints."""

from committee.printing.content import Scope
from committee.progress.models import ProgressUpdate, UpdateQuerySet
from committee.projects.models import Project, ProjectQuerySet


def printed_updates(scope: Scope) -> UpdateQuerySet:
    return ProgressUpdate.objects.released().current().reporting_on(scope.start, scope.end)


def printed_projects(scope: Scope) -> ProjectQuerySet:
    """Those that carry out a commitment made up to the last day covered."""
    return Project.objects.released().filter(commitments__agreement__signed_on__lte=scope.end).distinct()
