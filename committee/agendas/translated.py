"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.agendas.models import AgendaItem
from committee.translations.texts import Translated

TRANSLATED = [Translated(AgendaItem, ("title", "notes"))]
