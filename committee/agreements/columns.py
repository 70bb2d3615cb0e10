"""What the file of the agreements holds."""

from django.utils.translation import gettext_lazy as _

from committee.agreements.models import Agreement
from committee.agreements.turns import whose_turn
from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of

AGREEMENT_COLUMNS = columns_of(
    Agreement,
    *columns("title"),
    "state",
    "kind",
    "signed_on",
    "in_force_from",
    "in_force_until",
    "renewal",
    "terminated_on",
    "relation",
    "earlier",
    "meeting",
    Column(_("Whose turn it is"), whose_turn),
)
