"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.delegations.models import Delegate, Delegation
from committee.delegations.permissions import may_edit_delegation
from committee.translations.texts import Translated

TRANSLATED = [
    Translated(Delegation, (), may_ask=may_edit_delegation),
    Translated(Delegate, ("name", "title", "organisation")),
]
