"""What an act changed, in the words of the form."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, DateField, DateTimeField, ForeignObjectRel, Model, TextField
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry
from committee.languages.wording import choose, language_of_column

NOTHING = "—"


@dataclass(frozen=True)
class Change:
    """One field before and after; `language` is the tag of a text's own language, '' for other values."""

    label: str
    before: str
    after: str
    language: str


def changes_of(entry: HistoryEntry, zone: datetime.tzinfo = datetime.UTC) -> list[Change]:
    """Return what an act changed; moments are told in the time of `zone`."""
    model = entry.record_type.model_class()
    return [
        Change(
            label(model, name),
            shown(model, name, before, zone),
            shown(model, name, after, zone),
            language(model, name),
        )
        for name, (before, after) in entry.changes.items()
    ]


def label(model: type[Model] | None, name: str) -> str:
    field = _field(model, name)
    if isinstance(field, ForeignObjectRel):
        return str(field.related_model._meta.verbose_name_plural)
    return str(getattr(field, "verbose_name", name))


def language(model: type[Model] | None, name: str) -> str:
    """Return the tag of the language a text is written in, '' for what is not a text."""
    is_text = isinstance(_field(model, name), CharField | TextField)
    return language_of_column(name) if is_text else ""


def shown(model: type[Model] | None, name: str, value: Any, zone: datetime.tzinfo = datetime.UTC) -> str:
    """Return a value as it was kept, in the words of the form: the choice's label, the record's title."""
    if value in (None, "", []):
        return NOTHING
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return "; ".join(shown(model, name, item, zone) for item in value)
    if isinstance(value, dict):
        return _title(value["title"])
    if meaning := getattr(model, "meaning_of", {}).get(name):
        value = meaning(value)
    elif isinstance(_field(model, name), DateField):
        value = _date(_field(model, name), value)
    if isinstance(value, datetime.datetime):
        return f"{value.astimezone(zone):%Y-%m-%d %H:%M %Z}"
    if isinstance(value, datetime.date):
        return date_format(value)
    words = dict(getattr(_field(model, name), "flatchoices", None) or [])
    return str(words.get(value, value))


def _title(title: str | dict[str, str]) -> str:
    """Return a linked record's title in the reader's language; early entries know only the writer's."""
    return title if isinstance(title, str) else choose(title, get_language() or settings.LANGUAGE_CODE).plain


def _date(field: DateField[Any, Any], value: str) -> datetime.date | str:
    """Return the day or moment that was kept as text; as it stands where it is neither."""
    found = parse_datetime(value) if isinstance(field, DateTimeField) else parse_date(value)
    return found or value


def _field(model: type[Model] | None, name: str) -> Any:
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:  # the entry is older than the removal of the field
        return None
