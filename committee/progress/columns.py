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
    Column(_("Where it stands"), attrgetter("printable_state")),
    Column(_("Whose turn it is"), attrgetter("whose_turn")),
    Column(_("Entered on behalf"), attrgetter("entered_by")),
    Column(_("Replaced by a correction"), attrgetter("is_replaced")),
    "mended_at",
    *columns("narrative", "next_steps"),
    "statement_course",
    *columns("statement"),
)
