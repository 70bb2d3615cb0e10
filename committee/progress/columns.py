"""What the file of the progress updates holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of
from committee.progress.models import ProgressUpdate

UPDATE_COLUMNS = columns_of(
    ProgressUpdate,
    "project",
    Column(_("Subcommittee"), attrgetter("project.subcommittee")),
    "city",
    "period_from",
    "period_until",
    "course",
    "state",
    Column(_("Replaced by a correction"), attrgetter("is_replaced")),
    *columns("narrative", "next_steps"),
)
