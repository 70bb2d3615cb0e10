"""The document of a push: its head is checked before it is accepted, its values when it is taken in.

    {"status": "provisional",
     "units": {"pm25": {"unit": "µg/m³", "reference_state": "as-sampled"}},
     "values": [{"station": "111123", "pollutant": "pm25", "hour": "2026-03-01T10:00:00+09:00", "value": 23}]}

`hour` is the end of the hour; `value` null says that there is none. A value that cannot be taken is named
with its place and reason, and the others are kept.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from environment.sources.pushed import CONFIRMED, PROVISIONAL

MOST_VALUES = 100_000
# More than any unit makes of the air; what is not below it is infinite.
MOST = 1e300


class NotADocument(Exception):
    """A body that is no push at all; `problems` says by key of the document what is wrong with it."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(problems)
        self.problems = problems


class TooManyValues(Exception):
    """More values than one push may hold."""


class Value(msgspec.Struct, gc=False):
    """A value as nearly all of them come; whatever is otherwise about one is looked at by itself."""

    station: str | int
    pollutant: str
    hour: str
    value: float | None
    status: str | UnsetType = UNSET
    unit: str | UnsetType = UNSET
    reference_state: str | UnsetType = UNSET


class Values(msgspec.Struct):
    values: list[Value]


class Head(msgspec.Struct):
    """The same document with its values counted and not read."""

    units: dict[str, Any]
    values: list[msgspec.Raw]
    status: str = PROVISIONAL


HEAD, VALUES = msgspec.json.Decoder(Head), msgspec.json.Decoder(Values)
OTHERWISE = Value("", "", "", None)


@dataclass(frozen=True)
class Document:
    """A push with a sound head and `size` values, which are not read yet."""

    status: str
    units: Mapping[str, Any]
    size: int
    content: bytes

    def values(self) -> list[Value]:
        """Return the values in their order, `OTHERWISE` in the place of one that is not like the others."""
        try:
            return VALUES.decode(self.content).values
        except msgspec.MsgspecError:
            return list(map(_as_value, self.items()))

    def items(self) -> list[Any]:
        """Return the values as they came, which takes three times as long."""
        items: list[Any] = json.loads(self.content)["values"]
        return items


def read(content: bytes) -> Document:
    """Return the document in a body.

    Raises:
        NotADocument: it is no JSON, or its head is not as described.
        TooManyValues: it holds more than `MOST_VALUES`.
    """
    try:
        content.decode()  # in values that are not read, no decoder looks for damaged letters
        head = HEAD.decode(content)
        document = Document(head.status, head.units, len(head.values), content)
    except (UnicodeDecodeError, msgspec.MsgspecError, RecursionError):
        document = _read_whole(content)
    if problems := dict(_problems(document)):
        raise NotADocument(problems)
    if document.size > MOST_VALUES:
        raise TooManyValues
    return document


def _read_whole(content: bytes) -> Document:
    """Read a document that is not as described, or is so only to a patient reader: NaN is no JSON."""
    try:
        body = json.loads(content)
    except RecursionError as error:
        raise NotADocument({"detail": "The body is nested too deeply."}) from error
    except ValueError as error:
        raise NotADocument({"detail": f"The body is no JSON: {error}"}) from error
    if not isinstance(body, dict):
        raise NotADocument({"detail": "The body is no JSON object."})
    values = body.get("values")
    size = len(values) if isinstance(values, list) else 0
    return Document(body.get("status", PROVISIONAL), body.get("units"), size, content)  # type: ignore[arg-type]


def _problems(document: Document) -> Iterator[tuple[str, str]]:
    if document.status not in (PROVISIONAL, CONFIRMED):
        yield "status", f"Give “{PROVISIONAL}” or “{CONFIRMED}”."
    if not isinstance(document.units, dict):
        yield "units", "Give an object: pollutant → unit and reference_state."
    if not document.size:
        yield "values", "Give a list of at least one value."


def _as_value(item: Any) -> Value:
    try:
        value = msgspec.convert(item, Value)
    except (msgspec.ValidationError, UnicodeEncodeError):  # half a letter is none that it could read
        return OTHERWISE
    # NaN and the infinities are no numbers.
    return value if value.value is None or -MOST < value.value < MOST else OTHERWISE
