"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.forewords.models import Foreword
from committee.translations.texts import Translated

TRANSLATED = [Translated(Foreword, ("name", "title", "text"), related=("city",))]
