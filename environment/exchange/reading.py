"""What the values of a push mean: the sound ones many at once, each of the others by itself, named."""

import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

import numpy as np
from msgspec import UNSET, UnsetType
from numpy.typing import NDArray

from environment.exchange.document import MOST, Document, Value
from environment.measurements.models import Pollutant
from environment.sources.clock import YEARS
from environment.sources.declared import Column, Columns, Numbers, Refusal, Row, Scale, Source
from environment.sources.pushed import WrongUnit, scale_of, source_of, unit_of
from environment.stations.recognition import spelling

LONGEST_RAW = 1000
SECONDS_AN_HOUR = 3600
# The end of a day, as Korea writes it.
END_OF_A_DAY = re.compile(r"[T ]24:00(:00(\.0+)?)?(?=[Z+-])")
NOWHERE = -1

Integers = NDArray[np.int64]


class Refused(Exception):
    """A value that cannot be taken, by a short stable reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Name(NamedTuple):
    """What a value is called, and what it may say of itself that the delivery says of all."""

    station: str | int
    pollutant: str
    status: str | UnsetType = UNSET
    unit: str | UnsetType = UNSET
    reference_state: str | UnsetType = UNSET


NAME_OF = attrgetter(*Name._fields)


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
        self._column = ColumnOfAName(stations, self.source, wrong)
        self._hour = HourOfALabel(now_hour)
        self._numbers: dict[Column, int] = {}

    def rows(self) -> Iterator[Numbers | Row | Refusal]:
        """Yield the sound values hour by hour, many to a row, and each of the others by itself, named.

        A step for each value would cost more than storing it does: they are looked at all at once.
        """
        values = self._document.values()
        series, hour = self._series_of(values), self._hours_of(values)
        number = np.array([value.value for value in values], np.float64)
        is_sound = (series != NOWHERE) & (hour != NOWHERE)
        is_sound &= ~((number < 0) | (number > self._highest()[series]))
        is_sound &= ~_is_again(series << 32 | hour, is_sound & ~np.isnan(number))
        yield from self._by_hour(np.flatnonzero(is_sound), series, hour, number)
        others = np.flatnonzero(~is_sound).tolist()
        items = self._document.items() if others else []
        for place in others:
            yield self._looked_at(place + 1, items[place])

    def _series_of(self, values: list[Value]) -> Integers:
        """Return a number for the series of each value."""
        known = LookedUp(lambda name: self._number(self._column[Name(*name)]))
        return np.fromiter(map(known.__getitem__, map(NAME_OF, values)), np.int64, len(values))

    def _number(self, column: Column) -> int:
        return self._numbers.setdefault(column, len(self._numbers))

    def _hours_of(self, values: list[Value]) -> Integers:
        known = LookedUp(self._hour.__getitem__)
        return np.fromiter(map(known.__getitem__, [value.hour for value in values]), np.int64, len(values))

    def _highest(self) -> NDArray[np.float64]:
        """Return the highest plausible value by the number of a series; the last one is for `NOWHERE`."""
        scales = self.source.scales
        return np.array([*(scales[column.pollutant].highest for column in self._numbers), 0.0])

    def _by_hour(
        self, places: Integers, series: Integers, hour: Integers, number: NDArray[np.float64]
    ) -> Iterator[Numbers]:
        columns = list(self._numbers)
        # Hours with the same series share one tuple, so that these are looked up once for all of them.
        shapes: dict[bytes, Columns] = {}
        ordered = places[np.argsort(hour[places], kind="stable")]
        for group in np.split(ordered, np.flatnonzero(np.diff(hour[ordered])) + 1):
            if len(group):
                shape = series[group]
                key = shape.tobytes()
                if key not in shapes:
                    shapes[key] = tuple(columns[one] for one in shape.tolist())
                first = int(group[0])
                yield Numbers(first + 1, int(hour[first]), shapes[key], number[group].tolist())

    def _looked_at(self, line: int, item: Any) -> Row | Refusal:
        """Return a value that is to be named."""
        try:
            column, hour, value = self._placed(item)
        except Refused as refused:
            return Refusal(line, refused.reason, _raw(item))
        return Row(line, hour, (column,), ["" if value is None else repr(value)], _raw(item))

    def _placed(self, item: Any) -> tuple[Column, int, float | None]:
        try:
            name = Name(
                item["station"], item["pollutant"], *(item.get(key, UNSET) for key in Name._fields[2:])
            )
            hour, value = item["hour"], item["value"]
            column, ending = self._column[name], self._hour[hour]
        except (KeyError, TypeError) as error:  # a text or a list in the place of an object or a name
            raise Refused("value-incomplete") from error
        # NaN and the infinities are none, and true is no 1.
        if value is not None and (
            not isinstance(value, int | float) or value is True or value is False or not -MOST < value < MOST
        ):
            raise Refused("not-a-number")
        return column, ending, value


def _is_again(position: Integers, counts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which of the values that count have an earlier one of the same position."""
    places = np.flatnonzero(counts)
    _, first = np.unique(position[places], return_index=True)
    again = counts.copy()
    again[places[first]] = False
    return again


class LookedUp(dict[Any, int]):
    """Name → what it means, `NOWHERE` where it is refused; each name is looked up once."""

    def __init__(self, meaning: Callable[[Any], int]) -> None:
        super().__init__()
        self._meaning = meaning

    def __missing__(self, name: Any) -> int:
        try:
            self[name] = self._meaning(name)
        except Refused:
            self[name] = NOWHERE
        return self[name]


class ColumnOfAName(dict[Name, Column]):
    """What a value is called → where it belongs; looked up once for each name."""

    def __init__(self, stations: Mapping[str, str], source: Source, wrong: Mapping[str, str]) -> None:
        super().__init__()
        self._stations, self._source, self._wrong = stations, source, wrong

    def __missing__(self, name: Name) -> Column:
        pollutant = pollutant_of(name.pollutant)
        self._refuse_contradiction(name, pollutant)
        if pollutant not in Pollutant.values:
            raise Refused("unknown-item")
        if pollutant not in self._source.scales:
            raise Refused(self._wrong.get(pollutant, "unit-not-declared"))
        code = self._stations.get(spelling(str(name.station)))
        if code is None:
            raise Refused("station-not-of-the-city")
        self[name] = Column(code, pollutant)
        return self[name]

    def _refuse_contradiction(self, name: Name, pollutant: str) -> None:
        """Refuse a value that says otherwise of itself than the delivery does of all."""
        if name.status not in (UNSET, self._source.status):
            raise Refused("other-status")
        scale = self._source.scales.get(pollutant)
        if scale and name.unit is not UNSET and unit_of(str(name.unit)) != scale.unit:
            raise Refused("wrong-unit")
        if scale and name.reference_state not in (UNSET, scale.reference_states[0]):
            raise Refused("wrong-reference-state")


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


def _raw(item: Any) -> str:
    """Return a value as text that every database keeps: JSON can carry halves of letters."""
    text = json.dumps(item, ensure_ascii=False)[:LONGEST_RAW]
    return text.encode("utf-8", "backslashreplace").decode()
