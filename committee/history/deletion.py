"""What goes when a record is deleted, and what forbids it."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, cast

from django.db import models, router
from django.db.models.deletion import Collector
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from committee.languages.sentences import listed
from committee.rules import BrokenRule


class StillNeeded(BrokenRule):
    """A record cannot be deleted while others depend on it."""

    def __init__(self, dependent: set[str]) -> None:
        names = listed(f"“{name}”" for name in sorted(dependent))
        super().__init__(
            _("This cannot be deleted while these depend on it: %(names)s") % {"names": names[:500]}
        )


class Collected(Collector):
    """A record and the parts that go with it, read one by one so that the history of each can say so."""

    def can_fast_delete(self, objs: Any, from_field: Any = None) -> bool:
        return False

    def records(self) -> list[Record]:
        return [gone for rows in self.data.values() for gone in rows if isinstance(gone, Record)]

    def as_kept(self) -> list[dict[str, Any]]:
        """Return every row that goes, links included and the record first, for `restoring` to make it again.

        What stays and only loses its link to a row that goes is not among them.
        """
        first = cast(Record, self.origin)
        rows = [row for rows in self.data.values() for row in sorted(rows, key=attrgetter("pk"))]
        return [_as_kept(row) for row in [first, *(row for row in rows if row != first)]]

    def linked_from(self) -> Iterator[models.Model]:
        """Yield what stays and has links to what goes, as a project has to its commitments."""
        for model, rows in self.data.items():
            owner = cast("type[models.Model] | None", model._meta.auto_created or None)
            if owner and owner not in self.data:
                name = next(field.name for field in model._meta.fields if field.related_model is owner)
                yield from (getattr(row, name) for row in rows)


def parts_of(record: Record) -> list[Record]:
    """Return the records that go when `record` is deleted, itself left out; none where it may not go."""
    try:
        return [gone for gone in collect(record).records() if gone != record]
    except StillNeeded:
        return []


def collect(record: Record) -> Collected:
    """Return what goes when `record` is deleted.

    Raises:
        StillNeeded: naming what depends on it.
    """
    collected = Collected(using=router.db_for_write(type(record)), origin=record)
    try:
        collected.collect([record])
    except models.ProtectedError as error:
        raise StillNeeded({_named(needed) for needed in error.protected_objects}) from error
    except models.RestrictedError as error:
        raise StillNeeded({_named(needed) for needed in error.restricted_objects}) from error
    if linked := {_named(needed) for needed in collected.linked_from()}:
        raise StillNeeded(linked)
    return collected


def _named(needed: models.Model) -> str:
    return needed.name_for_everybody if isinstance(needed, Record) else str(needed)


def _as_kept(row: models.Model) -> dict[str, Any]:
    columns = {
        field.attname: None if field.value_from_object(row) is None else field.value_to_string(row)
        for field in row._meta.concrete_fields
    }
    model = row._meta.concrete_model or type(row)
    return {"model": model._meta.label_lower, "columns": columns}
