"""Rows as both databases' stores take and give them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from environment.measurements.arrays import Values

# Series, hour after which, hour until which.
Run = tuple[int, int, int]
# Station and pollutant.
Place = tuple[int, str]
# Place, local day, places of two bytes (see `ArrivalDay`).
Arrival = tuple[int, str, date, bytes]
# Place, first day, last day.
ArrivalRun = tuple[int, str, date, date]
# Series, first hour, last hour.
Stretch = tuple[int, int, int]
MEASUREMENT = np.dtype([("series", "i8"), ("hour", "i8"), ("value", "f8"), ("delivery", "i8")])


def values_from(rows: Sequence[tuple[Any, ...]]) -> Values:
    """Return fetched rows of series, hour, value, delivery as arrays."""
    table = np.array(rows, MEASUREMENT)
    return Values(table["series"], table["hour"], table["value"], table["delivery"])
