"""The weather that rows of air carry beside them, on its way into the store."""

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from environment.sources.declared import Row, Source
from environment.sources.judging import LONGEST_READING, NONE, Rejected
from environment.sources.weather import QUANTITIES, Quantity
from environment.stations.register import StationRegister
from environment.weather.actions import keep_weather
from environment.weather.arrays import Floats, WeatherHours

IMPOSSIBLE = "impossible-weather"

FileRow = tuple[str, Row]


class WeatherIntake:
    """Gathers the weather of one delivery and stores it batch by batch.

    Of an hour that a batch tells twice the first telling holds. The caller holds the lock of the city and a
    transaction.
    """

    def __init__(self, source: Source, stations: StationRegister) -> None:
        self.new = 0
        self.corrected = 0
        self._source, self._stations = source, stations
        self._rows: list[FileRow] = []

    def add(self, file: str, row: Row) -> None:
        self._rows.append((file, row))

    def store(self) -> list[Rejected]:
        """Store what was gathered and return the cells that cannot be true."""
        rows, self._rows = self._rows, []
        if not rows:
            return []
        told, rejected = self._judged(rows)
        hours = np.array([row.hour for _, row in rows])
        for station, places in _by_station(rows).items():
            kept = keep_weather(
                station=self._stations.named(station),
                source=self._source.name,
                told=WeatherHours(hours[places], told[places]),
            )
            self.new += kept.new
            self.corrected += kept.corrected
        return rejected

    def _judged(self, rows: Sequence[FileRow]) -> tuple[Floats, list[Rejected]]:
        """Return a row of numbers for each row and a column for each quantity, NaN where there is none."""
        told, rejected = np.full((len(rows), len(QUANTITIES)), NONE), list[Rejected]()
        for position, quantity in enumerate(self._source.weather):
            cells = [row.weather[position] for _, row in rows]
            # The same few hundred texts make up years of weather.
            numbers = {cell: self._number(quantity, cell) for cell in set(cells)}
            column = np.array([numbers[cell] for cell in cells])
            impossible = np.flatnonzero(np.isinf(column))
            rejected += [_rejected(*rows[place], quantity, cells[place]) for place in impossible.tolist()]
            column[impossible] = NONE
            told[:, QUANTITIES.index(quantity)] = column
        return told, rejected

    def _number(self, quantity: Quantity, cell: str) -> float:
        """Return a cell as a number, NaN where the source has none, infinity where it cannot be true."""
        text = cell.strip()
        try:
            number = quantity.words[text] if text in quantity.words else self._source.number(text)
        except ValueError:
            return math.inf
        if math.isnan(number) or number in self._source.missing_numbers:
            return NONE
        return number if quantity.lowest <= number <= quantity.highest else math.inf


def _by_station(rows: Sequence[FileRow]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, (_, row) in enumerate(rows):
        places[row.columns[0].station].append(place)
    return places


def _rejected(file: str, row: Row, quantity: Quantity, cell: str) -> Rejected:
    reading = f"{row.columns[0].station} {quantity.name} {cell}"[:LONGEST_READING]
    return Rejected(file, row.line, IMPOSSIBLE, reading, row.raw)
