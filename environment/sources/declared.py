"""What a source module declares about its format, and what its parser hands over."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal, NamedTuple

from environment.sources.clock import CLOCKS, LocalClock
from environment.sources.tables import Table
from environment.sources.weather import Quantity

# The station under which a published mean of the whole city is kept.
CITY_MEAN = "city-mean"

PROVISIONAL, CONFIRMED = "provisional", "confirmed"

# A station that no catalogue knows is taken up with its name as its code, which is no longer than this.
LONGEST_NAME = 60


def is_name(text: str) -> bool:
    """Tell whether a text can be the name of a station: neither empty nor damaged nor a swallowed line."""
    return 0 < len(text) <= LONGEST_NAME and "\ufffd" not in text


class Column(NamedTuple):
    """Where a cell belongs: a station by the name or code that the file uses, and a pollutant.

    `unit` is given where rows of one source differ in it, else the source's own one holds.
    """

    station: str
    pollutant: str
    unit: str = ""


Columns = tuple[Column, ...]


class Row(NamedTuple):
    """One row of measurements: as many cells as columns, all of the hour (or day) that ends at `hour`.

    `flagged` are the positions of cells that the sender itself doubts; `city` is whose row it is, where
    a file can hold several cities. `weather` is that of the hour at the station of the first column, a cell
    for each quantity that the source declares, or nothing at all.
    """

    line: int
    hour: int
    columns: Columns
    cells: list[str]
    raw: str
    flagged: tuple[int, ...] = ()
    city: str = ""
    weather: tuple[str, ...] = ()


class Numbers(NamedTuple):
    """A row of cells that are numbers already and plausible, NaN where there is none."""

    line: int
    hour: int
    columns: Columns
    cells: list[float]
    raw: str = ""


class Refusal(NamedTuple):
    """A row that cannot be read, with a short stable reason."""

    line: int
    reason: str
    raw: str


@dataclass(frozen=True)
class Scale:
    """How a source writes one pollutant: the unit, the highest value an instrument can have shown.

    `reference_states` holds one state for each stretch between the source's `reference_changes`.
    """

    unit: str
    highest: float
    reference_states: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """A format as it is declared by its module.

    Where several sources answer for a station and day, the higher `rank` goes first (reviewed before live).
    A source of which the file says the city has none itself; `of(city)` reads one city's share.
    `other_scales` holds by pollutant and unit what its rows may state otherwise than `scales`.
    """

    name: str
    city: str
    averaging: Literal["hour", "day"]
    clock: LocalClock
    scales: Mapping[str, Scale]
    parse: Callable[[Table], Iterator[Row | Refusal]]
    rank: int = 1
    # Provisional values are as the instruments gave them, confirmed ones were reviewed; both are kept.
    status: str = PROVISIONAL
    old_encoding: str = "utf-8"
    missing_texts: frozenset[str] = frozenset()
    missing_numbers: tuple[float, ...] = (-999.0, -9999.0)
    reference_changes: tuple[int, ...] = ()
    other_scales: Mapping[tuple[str, str], Scale] = field(default_factory=dict)
    # What the cells of a row's `weather` are, already in the units they are kept in.
    weather: tuple[Quantity, ...] = ()

    def of(self, city: str) -> "Source":
        """Return the source as it serves one city: with this city's clock and rows alone.

        Raises:
            ValueError: the source belongs to another city.
        """
        if self.city == city:
            return self
        if self.city:
            raise ValueError(f"{self.name} is no source of {city}")
        return replace(self, city=city, clock=CLOCKS[city], parse=partial(_rows_of, self.parse, city))

    def scale(self, pollutant: str, unit: str = "") -> Scale:
        """Return how a pollutant is written, in a unit that a row states or in the source's own one."""
        return self.other_scales[pollutant, unit] if unit else self.scales[pollutant]

    def stretch(self, hour: int) -> int:
        """Return the number of the stretch of constant reference states in which an hour ended."""
        return bisect_right(self.reference_changes, hour - 1)

    def number(self, cell: str) -> float:
        """Return a cell as a number, NaN where the source has none.

        Raises:
            ValueError: the cell is neither a number nor a declared sign for a missing value.
        """
        text = cell.strip()
        if not text or text in self.missing_texts:
            return math.nan
        if "_" in text:
            raise ValueError(text)
        return float(text)


def _rows_of(
    parse: Callable[[Table], Iterator[Row | Refusal]], city: str, table: Table
) -> Iterator[Row | Refusal]:
    return (row for row in parse(table) if isinstance(row, Refusal) or row.city == city)
