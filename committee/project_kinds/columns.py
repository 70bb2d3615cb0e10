"""What the file of the kinds of projects holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of
from committee.project_kinds.models import ProjectKind


def _figures(kind: ProjectKind) -> str:
    return "; ".join(str(figure) for figure in kind.figures.all())


def _indicators(kind: ProjectKind) -> str:
    return "; ".join(str(indicator) for indicator in kind.indicators.all())


KIND_COLUMNS = columns_of(
    ProjectKind,
    *columns("name"),
    "has_events",
    "has_research",
    "figures_only",
    Column(_("Figures"), _figures),
    Column(_("Indicators"), _indicators),
    Column(_("Projects"), attrgetter("all_projects")),
)
