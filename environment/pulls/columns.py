"""What the file of the scheduled pulls holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.pages.columns import Column, columns_of
from environment.pulls.models import Pull

PULL_COLUMNS = columns_of(
    Pull,
    "service",
    "city",
    "is_paused",
    "every_minutes",
    Column(_("Last success"), attrgetter("progress.last_success_at")),
    Column(_("Last problem"), attrgetter("progress.last_problem_in_words")),
    Column(_("Time of the last problem"), attrgetter("progress.last_problem_at")),
    Column(_("Next try"), attrgetter("progress.next_try_at")),
)
