"""The document of a push: its head is checked before it is accepted, its values when it is taken in.

    {"status": "provisional",
     "units": {"pm25": {"unit": "µg/m³", "reference_state": "as-sampled"}},
     "values": [{"station": "111123", "pollutant": "pm25", "hour": "2026-03-01T10:00:00+09:00", "value": 23}]}

`hour` is the end of the hour; `value` null says that there is none. A value that cannot be taken is named
with its place and reason, and the others are kept.
"""

import datetime
import json
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from environment.measurements.models import Pollutant
from environment.sources.clock import YEARS
from environment.sources.declared import Column, Columns, Refusal, Row, Scale, Source
from environment.sources.pushed import (
    CONFIRMED,
    PROVISIONAL,
    WrongUnit,
    scale_of,
    source_of,
    unit_of,
)
from environment.stations.recognition import spelling

MOST_VALUES = 100_000
NUMBERS = (float, int)
KEYS_OF_A_VALUE = len(["station", "pollutant", "hour", "value"])
LONGEST_RAW = 1000
# More than any unit makes of the air; what is not below it is infinite.
MOST = 1e300
SECONDS_AN_HOUR = 3600
# The end of a day, as Korea writes it.
END_OF_A_DAY = re.compile(r"[T ]24:00(:00(\.0+)?)?(?=[Z+-])")


class NotADocument(Exception):
    """A body that is no push at all; `problems` says by key of the document what is wrong with it."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(problems)
        self.problems = problems


class TooManyValues(Exception):
    """More values than one push may hold."""


@dataclass(frozen=True)
class Document:
    """A push with a sound head; its values are as they came."""

    status: str
    units: Mapping[str, Any]
    values: list[Any]


def read(content: bytes) -> Document:
    """Return the document in a body.

    Raises:
        NotADocument: it is no JSON, or its head is not as described.
        TooManyValues: it holds more than `MOST_VALUES`.
    """
    try:
        body = json.loads(content)
    except RecursionError as error:
        raise NotADocument({"detail": "The body is nested too deeply."}) from error
    except ValueError as error:
        raise NotADocument({"detail": f"The body is no JSON: {error}"}) from error
    if not isinstance(body, dict):
        raise NotADocument({"detail": "The body is no JSON object."})
    document = Document(body.get("status", PROVISIONAL), body.get("units"), body.get("values"))  # type: ignore[arg-type]
    problems = dict(_problems(document))
    if problems:
        raise NotADocument(problems)
    if len(document.values) > MOST_VALUES:
        raise TooManyValues
    return document


def _problems(document: Document) -> Iterator[tuple[str, str]]:
    if document.status not in (PROVISIONAL, CONFIRMED):
        yield "status", f"Give “{PROVISIONAL}” or “{CONFIRMED}”."
    if not isinstance(document.units, dict):
        yield "units", "Give an object: pollutant → unit and reference_state."
    if not isinstance(document.values, list) or not document.values:
        yield "values", "Give a list of at least one value."


class Refused(Exception):
    """A value that cannot be taken, by a short stable reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Hour(NamedTuple):
    """The sound values of one hour; `line` is where the first value of the hour stands."""

    line: int
    cells: dict[Column, float]


class Reading:
    """Reads the values of one push.

    Args:
        stations: spelling of a code or name → code, of the stations of the sending city.
        now_hour: the last hour that had ended when the push was received, counted as everywhere.
    """

    def __init__(self, document: Document, city: str, stations: Mapping[str, str], now_hour: int) -> None:
        self._document = document
        scales, wrong = _scales(document.units)
        self.source: Source = source_of(city, document.status, scales)
        self._columns = ColumnOfAName(stations, scales, wrong)
        self._hours = HourOfALabel(now_hour)
        self._series: dict[tuple[str, str], tuple[Column, float]] = {}
        self._sound: dict[int, Hour] = {}
        self._cells: dict[str, dict[Column, float]] = {}

    def rows(self) -> Iterator[Row | Refusal]:
        """Yield the sound values hour by hour, many to a row, and each of the others by itself, named.

        A row for each value, or even a call, would cost more than storing it does: what was seen to be in
        order once, a series or a label of an hour, is looked up here and not looked at again.
        """
        series, hours = self._series, self._cells
        others: list[Row | Refusal] = []
        for line, item in enumerate(self._document.values, 1):
            try:
                column, highest = series[item["station"], item["pollutant"]]
                cells, value = hours[item["hour"]], item["value"]
                is_number = type(value) in NUMBERS and len(item) == KEYS_OF_A_VALUE
            except (KeyError, TypeError):
                is_number = False
            if is_number and 0 <= value <= highest and column not in cells:
                cells[column] = value
            elif named := self._looked_at(line, item):
                others.append(named)
        yield from _by_hour(self._sound)
        yield from others

    def _looked_at(self, line: int, item: Any) -> Row | Refusal | None:
        """Return a value that is to be named; None when it is sound and has been kept."""
        try:
            columns, hour, value = self._placed(item)
        except Refused as refused:
            return Refusal(line, refused.reason, _raw(item))
        column, cells = columns[0], self._sound.setdefault(hour, Hour(line, {})).cells
        highest = self.source.scales[column.pollutant].highest
        self._series[item["station"], item["pollutant"]] = column, highest
        self._cells[item["hour"]] = cells
        if value is None or not 0 <= value <= highest or column in cells:
            return Row(line, hour, columns, ["" if value is None else repr(value)], _raw(item))
        cells[column] = value
        return None

    def _placed(self, item: Any) -> tuple[Columns, int, float | None]:
        try:
            name, pollutant = item["station"], item["pollutant"]
            hour, value = item["hour"], item["value"]
            if len(item) > KEYS_OF_A_VALUE:
                self._refuse_contradiction(item)
            columns, ending = self._columns[name, pollutant], self._hours[hour]
        except (KeyError, TypeError) as error:  # a text or a list in the place of an object or a name
            raise Refused("value-incomplete") from error
        # NaN and the infinities are none, and true is no 1.
        if value is not None and (
            not isinstance(value, int | float) or value is True or value is False or not -MOST < value < MOST
        ):
            raise Refused("not-a-number")
        return columns, ending, value

    def _refuse_contradiction(self, item: dict[str, Any]) -> None:
        """Refuse a value that says otherwise of itself than the delivery does of all."""
        if item.get("status", self._document.status) != self._document.status:
            raise Refused("other-status")
        scale = self.source.scales.get(pollutant_of(item["pollutant"]))
        if scale and "unit" in item and unit_of(str(item["unit"])) != scale.unit:
            raise Refused("wrong-unit")
        if scale and item.get("reference_state", scale.reference_states[0]) != scale.reference_states[0]:
            raise Refused("wrong-reference-state")


class ColumnOfAName(dict[tuple[str, str], Columns]):
    """(station, pollutant) as sent → where the value belongs; looked up once for each pair."""

    def __init__(self, stations: Mapping[str, str], scales: Container[str], wrong: Mapping[str, str]) -> None:
        super().__init__()
        self._stations, self._scales, self._wrong = stations, scales, wrong

    def __missing__(self, names: tuple[str, str]) -> Columns:
        name, pollutant = str(names[0]), pollutant_of(names[1])
        if pollutant not in Pollutant.values:
            raise Refused("unknown-item")
        if pollutant not in self._scales:
            raise Refused(self._wrong.get(pollutant, "unit-not-declared"))
        code = self._stations.get(spelling(name))
        if code is None:
            raise Refused("station-not-of-the-city")
        self[names] = (Column(code, pollutant),)
        return self[names]


class HourOfALabel(dict[str, int]):
    """ISO 8601 text with a zone → the hour that ends then."""

    def __init__(self, now_hour: int) -> None:
        super().__init__()
        self._now_hour = now_hour

    def __missing__(self, label: str) -> int:
        self[label] = hour = _hour(str(label))
        if hour > self._now_hour:
            del self[label]
            raise Refused("future-hour")
        return hour


def pollutant_of(name: Any) -> str:
    """Return the code of a pollutant: `PM2.5` is pm25."""
    return str(name).strip().lower().replace(".", "").replace("_", "")


def _scales(units: Mapping[str, Any]) -> tuple[dict[str, Scale], dict[str, str]]:
    """Return the declared scales, and for pollutants whose declaration is wrong the reason."""
    scales, wrong = {}, {}
    for name, declared in units.items():
        pollutant = pollutant_of(name)
        if pollutant not in Pollutant.values:
            continue
        written = {"unit": declared} if isinstance(declared, str) else declared
        if not isinstance(written, dict) or not isinstance(written.get("unit"), str):
            wrong[pollutant] = "unit-not-declared"
            continue
        try:
            scales[pollutant] = scale_of(pollutant, written["unit"], written.get("reference_state"))
        except WrongUnit as error:
            wrong[pollutant] = str(error)
    return scales, wrong


def _hour(label: str) -> int:
    day_later = END_OF_A_DAY.search(label)
    try:
        moment = datetime.datetime.fromisoformat(END_OF_A_DAY.sub("T00:00", label) if day_later else label)
    except ValueError as error:
        raise Refused("unreadable-date") from error
    if moment.tzinfo is None:
        raise Refused("hour-without-zone")
    if moment.year not in YEARS:
        raise Refused("unreadable-date")
    hour, rest = divmod(moment.timestamp(), SECONDS_AN_HOUR)
    if rest:
        raise Refused("not-a-full-hour")
    return int(hour) + (24 if day_later else 0)


def _by_hour(sound: Mapping[int, Hour]) -> Iterator[Row]:
    # Hours with the same columns share one tuple, so that the series are looked up once for all of them.
    shapes: dict[Columns, Columns] = {}
    for hour, (line, cells) in sound.items():
        if cells:
            columns = tuple(cells)
            yield Row(line, hour, shapes.setdefault(columns, columns), list(map(repr, cells.values())), "")


def _raw(item: Any) -> str:
    """Return a value as text that every database keeps: JSON can carry halves of letters."""
    text = json.dumps(item, ensure_ascii=False)[:LONGEST_RAW]
    return text.encode("utf-8", "backslashreplace").decode()
