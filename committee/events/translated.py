"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.events.models import Event
from committee.events.permissions import may_edit_event
from committee.translations.texts import Translated

TRANSLATED = [Translated(Event, ("title", "place", "programme", "outcome"), may_ask=may_edit_event)]
