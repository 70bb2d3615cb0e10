"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.documents.models import Document
from committee.documents.permissions import may_edit_document
from committee.translations.texts import Translated

TRANSLATED = [Translated(Document, ("title", "abstract"), may_ask=may_edit_document)]
