"""What the file of the agreements holds."""

from committee.agreements.models import Agreement
from committee.languages.wording import columns
from committee.pages.columns import columns_of

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
)
