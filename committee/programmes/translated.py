"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.programmes.models import ProgrammeEntry
from committee.translations.texts import Translated

TRANSLATED = [Translated(ProgrammeEntry, ("title", "place"))]
