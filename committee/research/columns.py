"""What the file of the studies holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of
from committee.research.models import Study


def _institutes(study: Study) -> str:
    return "; ".join(f"{institute.city}: {institute}" for institute in study.institutes.all())


STUDY_COLUMNS = columns_of(
    Study,
    *columns("title"),
    "project",
    Column(_("Subcommittee"), attrgetter("project.subcommittee")),
    Column(_("Institutes"), _institutes),
    "state",
    "starts_on",
    "published_on",
    *columns("used"),
)
