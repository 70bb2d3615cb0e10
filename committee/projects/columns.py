"""What the file of the projects holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of
from committee.projects.models import Project
from committee.projects.turns import whose_turn


def _leading(project: Project) -> str:
    organisations = project.leading  # type: ignore[attr-defined]  # of `listed_for`
    return "; ".join(f"{organisation.city}: {organisation}" for organisation in organisations)


PROJECT_COLUMNS = columns_of(
    Project,
    *columns("title"),
    "subcommittee",
    "kind",
    Column(_("Lead organisations"), _leading),
    "starts_on",
    "ends_on",
    "state",
    "draft_of",
    Column(_("Whose turn it is"), whose_turn),
    Column(_("Late milestones"), attrgetter("late_milestones")),
)
