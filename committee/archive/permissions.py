from collections.abc import Iterable

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.module_loading import import_string

from committee.history.models import Deletion, Record
from committee.history.restoring import record_of
from committee.members.models import Member


def may_restore(member: Member, deletion: Deletion) -> bool:
    """Who may delete a record may bring it back."""
    return bool(restorable_by(member, [deletion]))


def restorable_by(member: Member, deletions: Iterable[Deletion]) -> list[Deletion]:
    """Return those that the member may undo, asking for the records that are still there kind by kind."""
    listed = list(deletions)
    wholes = _wholes_of(listed)
    return [deletion for deletion in listed if _may_delete(member, deletion, wholes)]


def may_read_history(member: Member, record: Record) -> bool:
    """Whether MAY_READ_HISTORY lets who sees the record read what became of it."""
    path = settings.MAY_READ_HISTORY.get(record._meta.label)
    if path is None:
        return False
    return path == "" or bool(import_string(path)(member, record))


Place = tuple[int, int]


def _wholes_of(deletions: list[Deletion]) -> dict[Place, models.Model]:
    """Return the records on whose pages the deleted ones stood, by kind and id, as far as they are there."""
    by_kind: dict[int, set[int]] = {}
    for deletion in deletions:
        by_kind.setdefault(deletion.entry.whole_type_id, set()).add(deletion.entry.whole_id)
    found: dict[Place, models.Model] = {}
    for kind_id, ids in by_kind.items():
        model = ContentType.objects.get_for_id(kind_id).model_class()
        rows = model._base_manager.in_bulk(ids) if model else {}
        found |= {(kind_id, number): row for number, row in rows.items()}
    return found


def _may_delete(member: Member, deletion: Deletion, wholes: dict[Place, models.Model]) -> bool:
    """Where what the record belonged to is gone as well, nobody can say who may but who deleted it."""
    entry, record = deletion.entry, record_of(deletion)
    whole = wholes.get((entry.whole_type_id, entry.whole_id)) if entry.is_of_a_part else record
    if whole is None:
        return entry.by_id == member.pk
    own = settings.MAY_DELETE.get(record._meta.label)
    path = own or settings.MAY_DELETE.get(whole._meta.label)
    return path is not None and bool(import_string(path)(member, record if own else whole))
