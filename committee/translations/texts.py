"""The trilingual texts of records, and what each room says of those it has translated."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

from committee.history.actions import keep_changes
from committee.history.models import Record
from committee.languages.wording import SUFFIXES, Trilingual
from committee.members.models import Member

RecordType = TypeVar("RecordType", bound=Record)
# Saves one text of a record in the language it was translated into, and returns the record.
Write = Callable[..., Record]


def names_of_texts(model: type[models.Model]) -> list[str]:
    """Return the names of the trilingual texts of a model: `["title", "text"]`."""
    found = {
        name for each in reversed(model.__mro__) for name, value in vars(each).items() if _is_text(value)
    }
    order = [field.name for field in model._meta.concrete_fields]
    return sorted(found, key=lambda name: order.index(f"{name}_{SUFFIXES[0]}"))


def label_of(model: type[models.Model], name: str) -> str:
    """Return what a text is called in forms: “heading”."""
    return str(getattr(model, name).label)


def texts_in(record: Record, name: str) -> dict[str, str]:
    """Return a text by column suffix, '' where a language has none."""
    return {suffix: getattr(record, f"{name}_{suffix}") for suffix in SUFFIXES}


def keep_text(*, by: Member, record: RecordType, changes: Mapping[str, str], comment: str) -> RecordType:
    """Save a translated text the way most records are saved."""
    return keep_changes(by=by, record=record, changes=changes, comment=comment)


@dataclass(frozen=True)
class Translated:
    """The texts of a model that may be asked for in other languages, see TRANSLATED in the settings.

    Args:
        names: the trilingual texts, in the order of the page.
        may_ask: who may ask for them beside the secretariats; of a part, whoever may for its whole.
        write: saves a translated text; a room gives its own where more than the text changes.
        related: what `str` of a record needs, as `select_related` takes it.
    """

    model: type[Record]
    names: tuple[str, ...]
    may_ask: Callable[[Member, Any], bool] = lambda _member, _record: False
    write: Write = keep_text
    related: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return kind_of(self.model)

    def records(self, reader: Member) -> models.QuerySet[Any]:
        """Return the records that `reader` may see: the very rows the pages show."""
        return _seen_by(self.model, reader)

    def named(self) -> models.QuerySet[Any]:
        """Return all records with what names them."""
        return self.model._default_manager.order_by().select_related(*self.related)


@cache
def translated() -> dict[str, Translated]:
    """Return what the rooms have translated, by the name of the model."""
    found: Iterable[Translated] = (each for path in settings.TRANSLATED for each in import_string(path))
    return {each.kind: each for each in found}


def translated_kind(record: Record) -> Translated:
    """Return what is said of the kind of `record`.

    Raises:
        KeyError: when nothing of it is translated.
    """
    return translated()[kind_of(type(record))]


def with_parts(record: Record) -> list[Record]:
    """Return a record and those of its parts that have texts to translate, a query for each kind of part."""
    found = [record]
    for each in translated().values():
        if each.model.part_of:
            whole = cast("type[Record]", each.model._meta.get_field(each.model.part_of).related_model)
            if kind_of(whole) == kind_of(type(record)):
                parts = each.model._default_manager.filter(**{each.model.part_of: record.pk})
                found += parts.select_related(each.model.part_of)
    return found


def kind_of(model: type[models.Model]) -> str:
    """Return by which name a model is known; a proxy by that of its table."""
    return str(model._meta.concrete_model._meta.model_name)  # type: ignore[union-attr]


def _seen_by(model: type[Record], reader: Member) -> models.QuerySet[Any]:
    """A kind of record that not everybody sees says so in its queryset; a part is seen with its whole."""
    records: Any = model._default_manager.order_by()
    if hasattr(records, "visible_to"):
        return cast("models.QuerySet[Any]", records.visible_to(reader))
    if not model.part_of:
        return cast("models.QuerySet[Any]", records)
    whole = cast("type[Record]", model._meta.get_field(model.part_of).related_model)
    return cast(
        "models.QuerySet[Any]",
        records.filter(**{f"{model.part_of}__in": _seen_by(whole, reader).values("pk")}),
    )


def _is_text(value: object) -> bool:
    return isinstance(value, Trilingual)
