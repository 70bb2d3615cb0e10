"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from collections.abc import Mapping

from committee.members.models import Member
from committee.members.permissions import leads
from committee.progress.mending import reword
from committee.progress.models import ProgressUpdate
from committee.progress.permissions import reports_for
from committee.translations.texts import Translated, keep_text


def keep_translation(
    *, by: Member, record: ProgressUpdate, changes: Mapping[str, str], comment: str
) -> ProgressUpdate:
    """Add a language to what an update says; of a confirmed one the wording is mended."""
    if record.state == record.State.CONFIRMED:
        return reword(by=by, update=record, texts=changes, comment=comment)
    return keep_text(by=by, record=record, changes=changes, comment=comment)


def may_ask_for_update(member: Member, update: ProgressUpdate) -> bool:
    """Who writes it, and the other city's co-lead, whose statement may stand beside it."""
    is_other_city = member.city_id == update.answering_city_id
    return reports_for(member, update) or (is_other_city and leads(member, update.project.subcommittee))


TRANSLATED = [
    Translated(
        ProgressUpdate,
        ("narrative", "next_steps", "statement"),
        may_ask=may_ask_for_update,
        write=keep_translation,
        related=("project", "city"),
    )
]
