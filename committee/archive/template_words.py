from django import template

from committee.archive.permissions import may_restore
from committee.history.models import Deletion, HistoryEntry
from committee.members.models import Member

register = template.Library()


@register.filter
def undone_by(entry: HistoryEntry, reader: Member) -> Deletion | None:
    """Return the deletion that an act was and that `reader` may undo; None for all other acts."""
    deletion = getattr(entry, "deletion", None)
    if deletion is None or not deletion.is_undoable:
        return None
    return deletion if may_restore(reader, deletion) else None
