"""What a rule of an air-quality index consists of: breakpoints, rounding, categories, dates, sources."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import Literal

from environment.standards.limits import Averaging

POLLUTANTS = ("pm25", "pm10", "o3", "no2", "so2", "co")

# What is said for the averaging periods: the words of the standards, of programs, and of this package.
AVERAGINGS: Mapping[str, Averaging] = {
    **dict.fromkeys(("hour", "1h", "1-hour", "hourly", "1h_max"), "hour"),
    **dict.fromkeys(("8h", "8-hour", "8h_max", "max8h", "mda8", "8h_moving"), "8h"),
    **dict.fromkeys(("day", "24h", "24-hour", "daily", "24h_moving"), "day"),
    # Estimates of a day's mean from its last twelve hours are judged by the table of the day.
    **dict.fromkeys(("c24e", "nowcast"), "day"),
}

ConcentrationRounding = Literal["none", "half-up", "half-even", "down"]
IndexRounding = Literal["half-up", "up"]
# What becomes of a concentration above the last breakpoint.
AboveTable = Literal["highest", "extrapolated", "none"]

DECIMAL_ROUNDING = {"half-up": ROUND_HALF_UP, "half-even": ROUND_HALF_EVEN, "down": ROUND_DOWN}


class NoRule(LookupError):
    """No rule of this name, or none that was in force in this country on this day."""


class NotAConcentration(ValueError):
    """A value that no concentration can have, or a pollutant or averaging period that no rule knows."""


def pollutant_named(name: str) -> str:
    """Return one of `POLLUTANTS`; `PM2.5` and `O3` are understood.

    Raises:
        NotAConcentration: there is no such pollutant.
    """
    plain = name.lower().replace(".", "")
    if plain not in POLLUTANTS:
        raise NotAConcentration(f"{name} is no pollutant. There are: {', '.join(POLLUTANTS)}")
    return plain


def averaging_named(name: str) -> Averaging:
    """Return the averaging period that is meant by one of `AVERAGINGS`, in capitals or not.

    Raises:
        NotAConcentration: there is no such averaging period.
    """
    averaging = AVERAGINGS.get(name.lower())
    if averaging is None:
        raise NotAConcentration(f"{name} is no averaging period. There are: {', '.join(AVERAGINGS)}")
    return averaging


@dataclass(frozen=True)
class Category:
    """A category of a rule: index values from `lowest` to `highest`, with the colour that the rule names."""

    grade: int
    name: str
    lowest: int
    highest: int
    colour: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Band:
    """One stretch of a table: concentrations and index values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal
    index_low: int
    index_high: int

    def index(self, concentration: Decimal) -> Fraction:
        """Return the index on the straight line through both ends, exact; beyond them too."""
        slope = Fraction(self.index_high - self.index_low) / Fraction(self.high - self.low)
        return self.index_low + slope * (Fraction(concentration) - Fraction(self.low))


@dataclass(frozen=True)
class Table:
    """The breakpoints of one pollutant and averaging period.

    Bands are in order. Between two of them lies nothing that the rounding of concentrations leaves.
    `step` is the last digit that counts, in `unit`, where the rule rounds concentrations.
    """

    bands: tuple[Band, ...]
    unit: str
    source: str
    verified: bool
    step: Decimal
    above: AboveTable = "highest"
    below: Literal["lowest", "none"] = "lowest"


@dataclass(frozen=True)
class Rule:
    """One dated edition of an index.

    `tables` are by pollutant and averaging period; `usual` says which averaging period is meant where a
    concentration is given by its pollutant alone. `notes` are particulars with their own verification.
    """

    name: str
    country: str
    title: str
    tables: Mapping[tuple[str, Averaging], Table]
    usual: Mapping[str, Averaging]
    categories: tuple[Category, ...]
    concentration_rounding: ConcentrationRounding
    index_rounding: IndexRounding
    source: str
    verified: bool
    in_force_from: datetime.date
    in_force_until: datetime.date | None = None
    lowest: int = 0
    required: tuple[str, ...] = ()
    notes: tuple["Note", ...] = ()

    def __str__(self) -> str:
        return self.title

    def in_force(self, on: datetime.date) -> bool:
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)

    def rounded(self, concentration: Decimal, table: Table) -> Decimal:
        """Return a concentration as it enters the formula."""
        is_beyond = concentration > table.bands[-1].high + table.step
        if self.concentration_rounding == "none" or is_beyond:
            return concentration
        return concentration.quantize(table.step, rounding=DECIMAL_ROUNDING[self.concentration_rounding])

    def whole(self, index: Fraction) -> int:
        return ceil(index) if self.index_rounding == "up" else floor(index + Fraction(1, 2))

    def category(self, index: int) -> Category:
        """Return the category of an index value; above the last one, the last one."""
        return next((one for one in self.categories if index <= one.highest), self.categories[-1])


@dataclass(frozen=True)
class Note:
    """A particular of a rule, with where it was read; not `verified` where it was remembered."""

    text: str
    source: str
    verified: bool


def gapless(
    breakpoints: Sequence[float],
    indices: tuple[int, ...],
    *,
    unit: str,
    step: str,
    source: str,
    above: AboveTable,
) -> Table:
    """Return a table whose bands share their ends, as China writes them."""
    points = [Decimal(str(point)) for point in breakpoints]
    bands = tuple(
        Band(low, high, indices[place], indices[place + 1])
        for place, (low, high) in enumerate(pairwise(points))
    )
    return Table(bands, unit, source, verified=True, step=Decimal(step), above=above)


def stepped(
    bands: Sequence[tuple[str, str]],
    indices: Sequence[tuple[int, int]],
    *,
    unit: str,
    source: str,
    verified: bool,
    above: AboveTable,
    below: Literal["lowest", "none"] = "lowest",
) -> Table:
    """Return a table whose bands end a last digit before the next one begins, as Korea and the US write them.

    Both ends of a band are written with the digits that count: `("0.021", "0.050")`.
    """
    made = tuple(
        Band(Decimal(low), Decimal(high), *ends) for (low, high), ends in zip(bands, indices, strict=True)
    )
    step = Decimal(1).scaleb(int(made[0].high.as_tuple().exponent))
    return Table(made, unit, source, verified, step, above=above, below=below)
