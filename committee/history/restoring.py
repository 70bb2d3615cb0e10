"""Bringing back what was deleted: the same rows under the same keys, or nothing and the reason why not."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.module_loading import import_string
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from committee.history.actions import content_of, note
from committee.history.models import Deletion, HistoryEntry, Record
from committee.languages.sentences import in_a_row
from committee.rules import BrokenRule


class RestoredAlready(BrokenRule):
    """Somebody was faster."""

    def __init__(self) -> None:
        super().__init__(_("This was brought back already."))


class IsGoneToo(BrokenRule):
    """What it belonged to, or named, was deleted as well."""

    def __init__(self, noun: str) -> None:
        words = _("This cannot be brought back alone: a %(kind)s that it belongs to was deleted too.")
        super().__init__(words % {"kind": noun})


class StandsInTheWay(BrokenRule):
    """Something that was entered since then has taken its place."""

    def __init__(self, record: models.Model, problems: Iterable[str]) -> None:
        super().__init__(
            _("%(kind)s “%(record)s” cannot be brought back: %(problems)s")
            % {
                "kind": capfirst(str(record._meta.verbose_name)),
                "record": record,
                "problems": in_a_row(problems),
            }
        )


def rows_of(deletion: Deletion) -> list[models.Model]:
    """Return what was deleted, made again but not saved; the record first, then its parts."""
    return [_row(kept["model"], kept["columns"]) for kept in deletion.rows]


def record_of(deletion: Deletion) -> Record:
    """Return the record that was deleted, made again but not saved."""
    record = rows_of(deletion)[0]
    assert isinstance(record, Record), "only records are deleted by themselves"
    return record


@transaction.atomic
def restore(*, by: AbstractBaseUser, deletion: Deletion) -> Record:
    """Bring back a record with all that went with it, under the same keys, so that links lead to it again.

    Raises:
        RestoredAlready: when somebody has done so.
        IsGoneToo: when something it belongs to was deleted as well.
        StandsInTheWay: when something new has its number or its place.
    """
    locked = Deletion.objects.select_for_update(of=("self",)).get(pk=deletion.pk)
    if locked.restored_id is not None:
        raise RestoredAlready
    rows = rows_of(locked)
    _refuse_orphans(rows)
    for row in rows:
        _save(row)
    records = [row for row in rows if isinstance(row, Record)]
    entries = [_note_back(by, record) for record in records]
    for record in records:
        _ask_its_room(record)
    locked.restored = entries[0]
    locked.save(update_fields=["restored"])
    return records[0]


def _row(label: str, columns: dict[str, str | None]) -> models.Model:
    """Make one row; a column that is gone since then is left out, a new one has its default."""
    model = apps.get_model(label)
    fields = {field.attname: field for field in model._meta.concrete_fields}
    values: dict[str, Any] = {
        name: None if kept is None else fields[name].to_python(kept)
        for name, kept in columns.items()
        if name in fields
    }
    row: models.Model = model(**values)
    return row


def _save(row: models.Model) -> None:
    if isinstance(row, Record):
        row.version += 1
    try:
        row.validate_unique()
        row.validate_constraints()
    except ValidationError as error:
        raise StandsInTheWay(row, error.messages) from error
    # As it is: nothing is dated anew, as a deserialized row.
    row.save_base(raw=True, force_insert=True)


def _note_back(by: AbstractBaseUser, record: Record) -> HistoryEntry:
    back = {name: [None, value] for name, value in content_of(record).items()}
    return note(by=by, verb=HistoryEntry.Verb.RESTORED, record=record, changes=back)


def _ask_its_room(record: Record) -> None:
    """Let the room refuse what no constraint can, see REFUSE_RESTORED."""
    if path := settings.REFUSE_RESTORED.get(record._meta.label):
        import_string(path)(record)


def _refuse_orphans(rows: list[models.Model]) -> None:
    coming: set[tuple[Any, Any]] = {(row._meta.concrete_model, row.pk) for row in rows}
    needed: dict[Any, set[Any]] = defaultdict(set)
    for row in rows:
        for field in row._meta.concrete_fields:
            key = getattr(row, field.attname)
            if isinstance(field, models.ForeignKey) and key is not None:
                needed[field.related_model._meta.concrete_model].add(key)
    for model, keys in needed.items():
        outside = {key for key in keys if (model, key) not in coming}
        if model._base_manager.filter(pk__in=outside).count() != len(outside):
            raise IsGoneToo(str(model._meta.verbose_name))
