"""A report as JSON and back, so that an edition can be laid out again without the live tables.

Every content class becomes an object whose `$` names the class; a text in its own language
becomes `{"$": "Wording", …}`, one in two languages `{"$": "Both", …}`. Vega-Lite specifications
pass as they are.
"""

import dataclasses
import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from committee.languages.both import Both
from committee.languages.wording import Wording
from committee.printing import checked, content
from committee.printing.content import Report, Tone

FORMAT = 1
CLASSES: dict[str, type] = {
    name: kind
    for name, kind in {**vars(checked), **vars(content)}.items()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind)
}


class UnknownFormat(Exception):
    """Stored content of a format that this version of the program does not read."""


def to_json(report: Report) -> dict[str, Any]:
    """Return the report as JSON values, with the number of its format."""
    return {"format": FORMAT, "report": _encode(report)}


def from_json(stored: Mapping[str, Any]) -> Report:
    """Return the report that `to_json` had stored.

    Raises:
        UnknownFormat: when the content was stored by another version, or not at all.
    """
    if stored.get("format") != FORMAT:
        raise UnknownFormat(stored.get("format"))
    report = _decode(stored["report"])
    assert isinstance(report, Report)
    return report


def spelled(stored: Mapping[str, Any]) -> str:
    """Return stored content in its one fixed spelling; equal content, equal text, whatever kept it."""
    return json.dumps(stored, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def walk(part: Any, *, into: Callable[[Any], bool] = lambda part: True) -> Iterator[Any]:
    """Yield every value in the report, whatever its depth; what is not gone `into` is yielded alone."""
    waiting = [part]
    while waiting:
        part = waiting.pop()
        yield part
        if not into(part):
            continue
        if names := _names_of_fields(part.__class__):
            waiting += [getattr(part, name) for name in reversed(names)]
        elif isinstance(part, tuple):
            waiting += reversed(part)


@cache
def _names_of_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def _encode(part: Any) -> Any:
    if isinstance(part, Both):
        return {"$": "Both", "first": _encode(part.first), "second": _encode(part.second)}
    if isinstance(part, Wording):
        source = {"source": part.source} if part.source else {}
        return {"$": "Wording", "text": part.plain, "language": part.language, **source}
    if isinstance(part, datetime.date):
        return {"$": "date", "day": part.isoformat()}
    if dataclasses.is_dataclass(part) and not isinstance(part, type):
        fields = {field.name: _encode(getattr(part, field.name)) for field in dataclasses.fields(part)}
        return {"$": type(part).__name__, **fields}
    if isinstance(part, tuple | list):
        return [_encode(item) for item in part]
    if isinstance(part, str):
        return str(part)
    return part


def _decode(part: Any) -> Any:
    if isinstance(part, list):
        return tuple(_decode(item) for item in part)
    if not isinstance(part, dict) or "$" not in part:
        return part
    fields = {name: value for name, value in part.items() if name != "$"}
    match part["$"]:
        case "Wording":
            return Wording(fields["text"], fields["language"], fields.get("source", ""))
        case "Both":
            return Both(_decode(fields["first"]), _decode(fields["second"]))
        case "date":
            return datetime.date.fromisoformat(fields["day"])
        case "Chart":
            rest = {name: _decode(value) for name, value in fields.items() if name != "spec"}
            return content.Chart(spec=fields["spec"], **rest)
        case "Status":
            return content.Status(_decode(fields["words"]), Tone(fields["tone"]))
        case kind:
            return CLASSES[kind](**{name: _decode(value) for name, value in fields.items()})
