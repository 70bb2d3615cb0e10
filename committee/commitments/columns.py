"""What the file of the commitments holds."""

from operator import attrgetter, methodcaller

from django.utils.translation import gettext_lazy as _

from committee.commitments.models import Commitment
from committee.commitments.turns import whose_turn
from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of

COMMITMENT_COLUMNS = columns_of(
    Commitment,
    *columns("title"),
    "state",
    Column(_("How it stands"), methodcaller("get_standing_display")),
    "agreement",
    "subcommittee",
    Column(_("Promised by"), attrgetter("promised_by")),
    "due_on",
    Column(_("Whose turn it is"), whose_turn),
)
