"""Turns rows of text into arrays of readings, and says of each cell that is none why.

The cells of many rows are judged at once: a step for each single value would cost more than the store.
"""

import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from environment.sources.declared import Columns, Numbers, Row, Source

NONE = math.nan
# A damaged cell can run on for a whole file; the row beside it holds all of it.
LONGEST_READING = 300


class SeriesKey(NamedTuple):
    """What tells one series of a source from its other ones."""

    station: str
    pollutant: str
    reference_state: str
    unit: str = ""


class Rejected(NamedTuple):
    """A file, row or cell that was not taken; `line` is None for a whole file.

    A cell has `key`, the number of its series among the keys, and its hour; `value` where it is a number.
    """

    file: str
    line: int | None
    reason: str
    reading: str = ""
    raw: str = ""
    key: int | None = None
    hour: int | None = None
    value: float | None = None


@dataclass
class Readings:
    """Judged readings: arrays of one length. `place` says where each stood among the cells gathered."""

    key: NDArray[np.int32]
    hour: NDArray[np.int64]
    value: NDArray[np.float64]
    place: NDArray[np.int64]
    missing: int


class SeriesKeys:
    """Numbers the series of a source as they turn up, so that arrays can name them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.keys: list[SeriesKey] = []
        self.highest: list[float] = []
        self._numbers: dict[SeriesKey, int] = {}
        # By identity: hashing tens of columns for each row takes longer than reading them. The columns
        # are kept beside their numbers, so that no other ones can take their identity.
        self._of_columns: dict[tuple[int, int], tuple[Columns, NDArray[np.int32]]] = {}

    def of(self, columns: Columns, hour: int) -> NDArray[np.int32]:
        stretch = self.source.stretch(hour)
        place = id(columns), stretch
        if place not in self._of_columns:
            numbers = np.array([self._number(*column, stretch) for column in columns], np.int32)
            self._of_columns[place] = columns, numbers
        return self._of_columns[place][1]

    def _number(self, station: str, pollutant: str, unit: str, stretch: int) -> int:
        scale = self.source.scale(pollutant, unit)
        key = SeriesKey(station, pollutant, scale.reference_states[stretch], unit)
        if key not in self._numbers:
            self._numbers[key] = len(self.keys)
            self.keys.append(key)
            self.highest.append(scale.highest)
        return self._numbers[key]


class Gathering:
    """Rows on their way to being judged together."""

    def __init__(self, keys: SeriesKeys) -> None:
        self.rejected: list[Rejected] = []
        self._keys = keys
        self._not_numbers = 0
        self._rows: list[tuple[str, Row | Numbers]] = []
        self._starts: list[int] = []
        self._values: list[float] = []
        self._keys_of_rows: list[NDArray[np.int32]] = []
        self._flagged: list[int] = []

    def __len__(self) -> int:
        return len(self._values)

    def add(self, file: str, row: Row | Numbers) -> None:
        self._starts.append(len(self._values))
        self._rows.append((file, row))
        self._keys_of_rows.append(self._keys.of(row.columns, row.hour))
        if isinstance(row, Numbers):
            self._values += row.cells
            return
        if row.flagged:
            self._flagged += [len(self._values) + position for position in row.flagged]
        try:
            if "_" in row.raw:  # float("1_0") is ten
                raise ValueError(row.raw)
            self._values += [float(cell) if cell else NONE for cell in row.cells]
        except ValueError:
            self._values += [self._number(row, position) for position in range(len(row.cells))]

    def _number(self, row: Row, position: int) -> float:
        try:
            return self._keys.source.number(row.cells[position])
        except ValueError:
            self._not_numbers += 1
            self._reject_cell("not-a-number", len(self._rows) - 1, position, None)
            return NONE

    def judged(self) -> Readings:
        """Return the readings; what is implausible goes to `rejected`."""
        key = np.concatenate(self._keys_of_rows)
        hour = np.repeat([row.hour for _, row in self._rows], [len(row.cells) for _, row in self._rows])
        value = np.array(self._values)
        value[np.isin(value, self._keys.source.missing_numbers)] = NONE
        absent = np.isnan(value)
        wrong = (value < 0) | (value > np.array(self._keys.highest)[key])
        for found in np.flatnonzero(wrong).tolist():
            self.reject(found, "negative" if value[found] < 0 else "implausible")
        for doubted in self._flagged:
            if not (absent[doubted] or wrong[doubted]):
                wrong[doubted] = True
                self.reject(doubted, "flagged")
        place = np.flatnonzero(~(absent | wrong))
        return Readings(key[place], hour[place], value[place], place, int(absent.sum()) - self._not_numbers)

    def reject(self, place: int, reason: str) -> None:
        """Refuse the cell at a place for a reason that only a comparison shows."""
        number = bisect_right(self._starts, place) - 1
        value = self._values[place]
        kept = value if math.isfinite(value) else None
        self._reject_cell(reason, number, place - self._starts[number], kept)

    def _reject_cell(self, reason: str, number: int, position: int, value: float | None) -> None:
        file, row = self._rows[number]
        column, key = row.columns[position], int(self._keys_of_rows[number][position])
        reading = f"{column.station} {column.pollutant} {row.cells[position]}"[:LONGEST_READING]
        self.rejected.append(Rejected(file, row.line, reason, reading, row.raw, key, row.hour, value))
