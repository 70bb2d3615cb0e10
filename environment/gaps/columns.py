"""What the file of the gap notices holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.pages.columns import Column, columns_of
from environment.gaps.models import GapNotice

GAP_COLUMNS = columns_of(
    GapNotice,
    "city",
    "station",
    Column(_("First hour missing"), attrgetter("first_moment")),
    Column(_("Last hour missing"), attrgetter("last_moment")),
    Column(_("Pollutants"), attrgetter("pollutants_in_words")),
    "values_missing",
    "state",
    "reason",
    "answer",
)
