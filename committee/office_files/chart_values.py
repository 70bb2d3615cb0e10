"""The values a chart is drawn from, as its specification holds them."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

Value = str | int | float | bool | datetime.datetime | None


@dataclass(frozen=True)
class ValueTable:
    """One set of values a chart draws; a chart of several layers may have several."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def value_tables(spec: Mapping[str, Any]) -> list[ValueTable]:
    """Return every set of values in the specification once, in the order of its layers.

    What another set holds with more beside it, such as the line through points, is left out.
    """
    encodings = {channel["field"]: channel for channel in _channels(spec)}
    called = spec.get("usermeta", {})
    tables = (_table(values, encodings, called) for values in _values(spec))
    found = list(dict.fromkeys(table for table in tables if table.rows and table.headings))
    return [table for table in found if not any(_is_within(table, other) for other in found)]


def _is_within(table: ValueTable, other: ValueTable) -> bool:
    if not set(table.headings) < set(other.headings):
        return False
    places = [other.headings.index(heading) for heading in table.headings]
    return set(table.rows) <= {tuple(row[place] for place in places) for row in other.rows}


def _table(
    values: list[Mapping[str, Any]], encodings: Mapping[str, Any], called: Mapping[str, Any]
) -> ValueTable:
    """Set values in columns; a chart that says how its values are called says which are written, too."""
    headings, names = called.get("headings"), called.get("names", {})
    fields = list(dict.fromkeys(field for value in values for field in value))
    if headings is None:
        headings = {field: _heading(field, encodings.get(field, {})) for field in fields}
    fields = [field for field in fields if field in headings]
    moments = {field for field in fields if encodings.get(field, {}).get("type") == "temporal"}

    def written(field: str, value: Any) -> Value:
        if field in names:
            return str(names[field][value])
        return _moment(value) if field in moments else value

    return ValueTable(
        headings=tuple(headings[field] for field in fields),
        rows=tuple(tuple(written(field, value.get(field)) for field in fields) for value in values),
    )


def _heading(field: str, channel: Mapping[str, Any]) -> str:
    """Call a column as the chart's axis or legend does, or by what it holds and its name in the chart."""
    title = channel.get("title")
    if isinstance(title, str) and title:
        return title
    kinds = {"temporal": _("Date"), "quantitative": _("Value")}
    kind = kinds.get(channel.get("type", ""))
    return f"{kind} ({field})" if kind else field


def _moment(value: Any) -> Value:
    """Return a moment as a spreadsheet knows it; words that are none stay words."""
    try:
        moment = datetime.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value  # type: ignore[no-any-return]
    return moment if moment.tzinfo is None else str(value)


def _values(part: Any) -> Iterator[list[Mapping[str, Any]]]:
    for key, inside in _children(part):
        if key == "data" and isinstance(inside, Mapping) and isinstance(inside.get("values"), list | tuple):
            yield [value for value in inside["values"] if isinstance(value, Mapping)]
        else:
            yield from _values(inside)


def _channels(part: Any) -> Iterator[Mapping[str, Any]]:
    """Yield each channel of an encoding that names a field, those that say its type last."""
    found = [channel for channel in _encoded(part) if isinstance(channel.get("field"), str)]
    yield from sorted(found, key=lambda channel: "type" in channel)


def _encoded(part: Any) -> Iterator[Mapping[str, Any]]:
    for key, inside in _children(part):
        if key == "encoding" and isinstance(inside, Mapping):
            typed = {name: channel for name, channel in inside.items() if isinstance(channel, Mapping)}
            for name, channel in typed.items():
                # The far end of a bar, x2, is of the kind of its near end, x.
                yield {**_kind(typed.get(name.removesuffix("2"), {})), **channel}
        elif key != "data":
            yield from _encoded(inside)


def _kind(channel: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"type": channel["type"]} if "type" in channel else {}


def _children(part: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(part, Mapping):
        yield from part.items()
    elif isinstance(part, list | tuple):
        yield from (("", each) for each in part)
