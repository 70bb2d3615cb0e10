"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.commitments.models import Commitment
from committee.commitments.permissions import may_edit_commitment
from committee.translations.texts import Translated

TRANSLATED = [Translated(Commitment, ("title", "description"), may_ask=may_edit_commitment)]
