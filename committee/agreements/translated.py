"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.agreements.models import Agreement, Article, Signature
from committee.agreements.permissions import may_edit_agreement
from committee.translations.texts import Translated

TRANSLATED = [
    Translated(Agreement, ("title", "text", "signed_in"), may_ask=may_edit_agreement),
    Translated(Article, ("heading", "text")),
    Translated(Signature, ("signatory",), related=("city",)),
]
