"""What the file of the positions holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of
from committee.positions.models import Position

POSITION_COLUMNS = columns_of(
    Position, "city", Column(_("About"), attrgetter("subject")), *columns("text"), "released_at"
)
