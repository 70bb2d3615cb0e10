"""What a limit of an ambient standard consists of."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

# "8h" is the highest moving mean over 8 hours of a day, "season" the mean of these over the six months with
# most ozone; the others are calendar periods.
Averaging: TypeAlias = Literal["hour", "8h", "day", "season", "year"]
Values: TypeAlias = Mapping[str, Mapping[Averaging, float]]

MASS = "µg/m³"
CO_MASS = "mg/m³"
PARTICLES = ("pm25", "pm10")


@dataclass(frozen=True)
class Limit:
    """One limit of one standard; exceeded by what lies above `value`, in `unit`.

    `reference_state` is the state of gases given as mass (`273K`, `298K`), `none` where none is needed.
    `verified` is False where the value or its dates were not read in a published text.
    """

    standard: str
    pollutant: str
    averaging: Averaging
    value: float
    unit: str
    reference_state: str
    source: str
    verified: bool
    in_force_from: datetime.date | None = None
    in_force_until: datetime.date | None = None

    def in_force(self, on: datetime.date) -> bool:
        begun = self.in_force_from is None or self.in_force_from <= on
        return begun and (self.in_force_until is None or on <= self.in_force_until)


def by_mass(
    standard: str,
    values: Values,
    *,
    gases_at: str,
    source: str,
    verified: bool,
    in_force_from: datetime.date | None = None,
    in_force_until: datetime.date | None = None,
) -> tuple[Limit, ...]:
    """Return the limits of a standard in µg/m³ (CO in mg/m³), gases at the reference state `gases_at`."""
    return tuple(
        Limit(
            standard,
            pollutant,
            averaging,
            value,
            CO_MASS if pollutant == "co" else MASS,
            "none" if pollutant in PARTICLES else gases_at,
            source,
            verified,
            in_force_from,
            in_force_until,
        )
        for pollutant, of_pollutant in values.items()
        for averaging, value in of_pollutant.items()
    )
