"""The columns of a list's file: what each is called and what stands in it for a record."""

import datetime
import zoneinfo
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, methodcaller
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.history.models import Record
from committee.languages.wording import Trilingual
from committee.pages.spreadsheets import Cell

# How many records are in memory at a time.
RECORDS_AT_ONCE = 1000


@dataclass(frozen=True)
class Column:
    """`value` gives a text, a number, a day, a moment, yes or no, another record, or None for nothing."""

    heading: str | Promise
    value: Callable[[Any], Any]


# A CSV file that begins with “ID” would be taken for another format (SYLK).
ID = Column("id", attrgetter("pk"))
ILLUSTRATIVE = Column(gettext_lazy("illustrative"), attrgetter("is_illustrative"))


def columns_of(model: type[Model], *columns: str | Column) -> list[Column]:
    """Return the number of the record, then `columns`; a field or trilingual text is named as in forms."""
    named = [_column(model, column) if isinstance(column, str) else column for column in columns]
    return [ID, *named, *([ILLUSTRATIVE] if issubclass(model, Record) else [])]


def cells(records: QuerySet[Any], columns: Sequence[Column], zone: zoneinfo.ZoneInfo) -> Iterator[list[Cell]]:
    """Yield a row for each record; moments are told in `zone`."""
    for record in records.iterator(chunk_size=RECORDS_AT_ONCE):
        yield [_cell(column.value(record), zone) for column in columns]


def headings(columns: Sequence[Column]) -> list[str]:
    return [capfirst(str(column.heading)) for column in columns]


def _column(model: type[Model], name: str) -> Column:
    text = getattr(model, name, None)
    if isinstance(text, Trilingual):
        return Column(text.label, attrgetter(name))
    field: Any = model._meta.get_field(name)
    is_choice = bool(field.choices)
    return Column(field.verbose_name, methodcaller(f"get_{name}_display") if is_choice else attrgetter(name))


def _cell(value: Any, zone: zoneinfo.ZoneInfo) -> Cell:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime.datetime):
        return value.astimezone(zone).isoformat(timespec="minutes")
    return value if value is None or isinstance(value, int | float | datetime.date) else str(value)
