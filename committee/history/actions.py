"""The one door through which records are written: lock, check, save named fields, record history."""

import datetime
import decimal
from collections.abc import Mapping
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from committee.history.deletion import collect
from committee.history.mending import is_mending, refuse_another_meaning
from committee.history.models import Deletion, HistoryEntry, Record
from committee.history.sent_forms import keep_sent_form
from committee.languages.wording import Words, in_each_language, suffix_of
from committee.rules import BrokenRule

RecordType = TypeVar("RecordType", bound=Record)
KeptRow = dict[str, Any]
Verb = HistoryEntry.Verb


class ChangedMeanwhile(BrokenRule):
    """Somebody else changed the same fields after the writer had read them; `entries` says who and how."""

    def __init__(self, record: Record, entries: list[HistoryEntry], fields: set[str]) -> None:
        super().__init__(_("Somebody changed the same fields while you were writing. Nothing was saved yet."))
        self.record = record
        self.entries = entries
        self.fields = fields


@transaction.atomic
def keep_new(
    *,
    by: AbstractBaseUser | None,
    record: RecordType,
    comment: str = "",
    rows: Mapping[str, list[Any]] | None = None,
    **links: Any,
) -> RecordType:
    """Save a new record, its many-to-many `links` with it, and record who created it.

    Args:
        rows: what the caller saves of rows that belong to the record: name → [before, after].

    Raises:
        ValidationError: when the record breaks a constraint of its model.
    """
    record.full_clean()
    record.save(force_insert=True)
    for name, linked in links.items():
        getattr(record, name).set(linked)
    first = {name: [None, value] for name, value in content_of(record).items()}
    first |= {name: [None, plain(linked)] for name, linked in links.items()} | dict(rows or {})
    note(by=by, verb=Verb.CREATED, record=record, changes=first, comment=comment)
    return record


@transaction.atomic
def keep_changes(
    *,
    by: AbstractBaseUser | None,
    record: RecordType,
    changes: Mapping[str, Any],
    seen_version: int | None = None,
    verb: str = Verb.CHANGED,
    comment: str = "",
    rows: Mapping[str, list[Any]] | None = None,
    following: Mapping[str, Any] | None = None,
) -> RecordType:
    """Save the named fields of a record and record what changed; saving equal values changes nothing.

    Args:
        changes: field name → new value, many-to-many fields included.
        seen_version: the version the writer had read; what others changed since must not be among ours.
        rows: what the caller changes in rows that belong to the record: name → [before, after].
        following: what is set along with a change; alone it is none, and it is in nobody's way.

    Raises:
        ChangedMeanwhile: when somebody changed one of the same fields after `seen_version`.
        MoreThanWording: inside `mending`, when a text would say something else.
        ValidationError: when the record breaks a constraint of its model.
    """
    locked = lock(record)
    links = {name for name in changes if locked._meta.get_field(name).many_to_many}
    differences = _apply(locked, changes, links) | dict(rows or {})
    if not differences and verb == Verb.CHANGED:
        return locked
    verb = _as_mended(locked, verb, differences)
    _refuse_conflict(locked, set(differences), seen_version)
    differences |= _apply(locked, following or {}, set())
    locked.version += 1
    locked.full_clean()
    locked.save(update_fields=[*(differences.keys() - links - set(rows or {})), "version"])
    for name in differences.keys() & links:
        getattr(locked, name).set(changes[name])
    note(by=by, verb=verb, record=locked, changes=differences, comment=comment)
    return locked


@transaction.atomic
def keep_deletion(*, by: AbstractBaseUser | None, record: Record, comment: str = "") -> None:
    """Delete a record on which nothing depends, its parts with it; it can be brought back for a while.

    Raises:
        StillNeeded: naming what depends on it.
    """
    collected = collect(lock(record))
    rows = collected.as_kept()
    for gone in collected.records():
        last = {name: [value, None] for name, value in content_of(gone).items()}
        entry = note(by=by, verb=Verb.DELETED, record=gone, changes=last, comment=comment)
        if gone == record:
            Deletion.objects.create(entry=entry, rows=rows)
    collected.delete()


def note(
    *, by: AbstractBaseUser | None, verb: str, record: Record, changes: dict[str, Any], comment: str = ""
) -> HistoryEntry:
    """Write one line of history and tell who follows what changes; inside the transaction of the act."""
    whole = record.whole
    entry = HistoryEntry.objects.create(
        record_type=ContentType.objects.get_for_model(record),
        record_id=record.pk,
        record_title=str(record)[:500],
        record_titles=titles_of(record),
        whole_type=ContentType.objects.get_for_model(whole),
        whole_id=whole.pk,
        verb=verb,
        at=timezone.now(),
        by=by,  # type: ignore[misc]  # a member; that room stands above this one
        version=record.version,
        changes=changes,
        comment=comment,
    )
    keep_sent_form(entry)
    tell_followers(record)
    for path in settings.AFTER_ACT_KEPT:
        import_string(path)(record, entry)
    return entry


def tell_followers(record: models.Model) -> None:
    """Tell the rooms that follow what changes, by name, for they stand above this one."""
    for path in settings.AFTER_RECORD_CHANGED:
        import_string(path)(record)


def lock(record: RecordType) -> RecordType:
    """Return the record as it stands in the database now, locked until the transaction ends."""
    locked: RecordType = type(record)._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
    return locked


def _apply(record: Record, changes: Mapping[str, Any], links: set[str]) -> dict[str, list[Any]]:
    """Set the new values, but for `links`, and return what differs: name → [before, after]."""
    before = {name: _current(record, name) for name in changes}
    for name in changes.keys() - links:
        setattr(record, name, changes[name])
    after = {name: plain(changes[name]) if name in links else _current(record, name) for name in changes}
    return {name: [before[name], after[name]] for name in changes if before[name] != after[name]}


def _refuse_conflict(record: Record, ours: set[str], seen_version: int | None) -> None:
    if seen_version is None or seen_version == record.version:
        return
    entries = list(HistoryEntry.objects.of(record).select_related("by").filter(version__gt=seen_version))
    theirs = {name for entry in entries for name in entry.changes}
    if ours & theirs:
        raise ChangedMeanwhile(record, entries, ours & theirs)


def _as_mended(record: Record, verb: str, differences: Mapping[str, list[Any]]) -> str:
    """Return what a change is kept as; inside `mending`, as mended wording and nothing else."""
    if verb != Verb.CHANGED or not is_mending():
        return verb
    refuse_another_meaning(record, differences)
    return Verb.MENDED


def titles_of(record: models.Model) -> dict[str, str]:
    """Return what a record is called in each language, by the suffix of its column."""
    titles = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            titles[suffix_of(language)] = str(record)
    return titles


def kept_row(record: models.Model, words: Words) -> KeptRow:
    """Return what is said of a row that belongs to a record, for every reader, as a linked record is kept."""
    return {"id": record.pk, "title": in_each_language(words)}


def plain(value: Any) -> Any:
    """Return `value` as JSON keeps it; a record becomes its id and its title as it was."""
    if isinstance(value, models.Model):
        return {"id": value.pk, "title": titles_of(value)}
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, decimal.Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, models.QuerySet | list | tuple):
        return sorted((plain(item) for item in value), key=str)
    return value


def content_of(record: Record) -> dict[str, Any]:
    """Return what a record says, as its history keeps it, without what is empty."""
    machinery = {
        "id",
        "version",
        "created_at",
        "is_illustrative",
        "is_demonstration",
        "password",
        "last_login",
    }
    names = [field.name for field in record._meta.concrete_fields if field.name not in machinery]
    values = {name: _current(record, name) for name in names}
    return {name: value for name, value in values.items() if value not in (None, "")}


def _current(record: Record, name: str) -> Any:
    field = record._meta.get_field(name)
    value = getattr(record, name)
    if field.many_to_many:
        return plain(value.all())
    if isinstance(field, models.Field) and not field.is_relation:
        return plain(field.to_python(value))
    return plain(value)
