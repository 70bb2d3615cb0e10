"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from collections.abc import Mapping

from committee.history.actions import lock
from committee.members.models import Member
from committee.minutes.models import Minutes, MinutesSection
from committee.minutes.permissions import may_write
from committee.minutes.rules import NotInThisState
from committee.translations.texts import Translated, keep_text


def keep_section(
    *, by: Member, record: MinutesSection, changes: Mapping[str, str], comment: str
) -> MinutesSection:
    """Save a translated section while the minutes are written.

    Raises:
        NotInThisState: when they are circulated or agreed: both cities answer what they have read.
    """
    minutes = lock(record.minutes)
    if not minutes.is_draft:
        raise NotInThisState(minutes)
    return keep_text(by=by, record=record, changes=changes, comment=comment)


TRANSLATED = [
    Translated(Minutes, (), may_ask=may_write),
    Translated(MinutesSection, ("title", "text"), write=keep_section),
]
