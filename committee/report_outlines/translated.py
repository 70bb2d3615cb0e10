"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.report_outlines.actions import keep_translated
from committee.report_outlines.models import OutlineSection, ReportOutline
from committee.translations.texts import Translated

TRANSLATED = [
    Translated(ReportOutline, ()),
    Translated(OutlineSection, ("introduction",), write=keep_translated),
]
