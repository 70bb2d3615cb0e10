"""Hours of weather as arrays. Nothing here knows a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from environment.sources.weather import QUANTITIES, WIND_DIRECTION, WIND_SPEED, Quantity

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class WeatherHours:
    """Hours, UTC ends since 1970, and a row of `told` for each with a column a quantity, NaN for none."""

    hour: Integers
    told: Floats

    def __len__(self) -> int:
        return len(self.hour)

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """Return several below each other."""
        nothing = cls(np.zeros(0, np.int64), np.zeros((0, len(QUANTITIES))))
        all_parts = [nothing, *parts]
        return cls(
            np.concatenate([part.hour for part in all_parts]),
            np.concatenate([part.told for part in all_parts]),
        )

    def at(self, places: Integers | Truths) -> Self:
        return type(self)(self.hour[places], self.told[places])

    def of(self, quantity: Quantity) -> Floats:
        column: Floats = self.told[:, QUANTITIES.index(quantity)]
        return column

    def wind(self) -> tuple[Floats, Floats]:
        """Return the wind as a vector in m/s: what of it blows towards the east, and towards the north.

        No wind has no direction, and is known all the same.
        """
        speed, origin = self.of(WIND_SPEED), np.radians(self.of(WIND_DIRECTION))
        calm = speed == 0
        return np.where(calm, 0, -speed * np.sin(origin)), np.where(calm, 0, -speed * np.cos(origin))

    def once(self) -> Self:
        """Return the hours of which anything is told, in order, and the first telling of each."""
        anything = self.at(np.flatnonzero(np.isfinite(self.told).any(axis=1)))
        return anything.at(np.unique(anything.hour, return_index=True)[1])

    def against(self, known: Self) -> tuple[Self, Self]:
        """Return which hours are not known, and which are known otherwise or to a lesser part.

        The latter come filled up with what is known and not told. Both are in order, each hour once.
        """
        _, here, there = np.intersect1d(self.hour, known.hour, assume_unique=True, return_indices=True)
        before = known.told[there]
        now = np.where(np.isnan(self.told[here]), before, self.told[here])
        differs = ((now != before) & np.isfinite(now)).any(axis=1)
        is_new = np.ones(len(self), bool)
        is_new[here] = False
        return self.at(is_new), type(self)(self.hour[here][differs], now[differs])
