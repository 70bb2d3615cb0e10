"""Days above ambient standards, and years beside them, for the air of a city."""

from collections.abc import Sequence
from dataclasses import dataclass

from environment.measurements.rows import PeriodRow
from environment.standards import Averaging, Limit, ambient_limit

# Below this share of the expected values a day or a year says too little to be judged.
LEAST_CAPTURE = 0.75
PARTICLES = ("pm25", "pm10")


@dataclass(frozen=True)
class DaysAbove:
    """How many of the valid days lay above the limit that was in force on each; `limits` names them."""

    days: int
    valid_days: int
    limits: Sequence[Limit]


def is_enough(row: PeriodRow) -> bool:
    return row.mean is not None and row.capture >= LEAST_CAPTURE


def days_above(rows: Sequence[PeriodRow], *, country: str, pollutant: str) -> DaysAbove:
    """Count the days of particles (µg/m³) above the daily limit of `country` (a code, or WHO)."""
    limits: dict[Limit, None] = {}
    above = valid = 0
    for row in rows:
        limit = limit_of(row, country=country, pollutant=pollutant, averaging="day")
        if limit is None or row.mean is None or not is_enough(row):
            continue
        limits[limit] = None
        valid += 1
        above += row.mean > limit.value
    return DaysAbove(above, valid, list(limits))


def limit_of(row: PeriodRow, *, country: str, pollutant: str, averaging: Averaging) -> Limit | None:
    """Return the limit of `country` in force when a period began."""
    return ambient_limit(country, pollutant, averaging, row.start.date())
