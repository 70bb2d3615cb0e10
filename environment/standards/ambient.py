"""Which limit applies where, for what, on which day."""

import datetime
from collections.abc import Mapping

from environment.standards import china, korea, who
from environment.standards.limits import Averaging, Limit

# Country code, or WHO with the level after a dash, → its limits. A third country joins here.
STANDARDS: Mapping[str, tuple[Limit, ...]] = {
    "KR": korea.LIMITS,
    "CN": china.LIMITS,
    "CN-I": china.LIMITS_OF_CLASS_I,
    "WHO": who.LIMITS["AQG"],
    **{f"WHO-{level}": limits for level, limits in who.LIMITS.items()},
}


def ambient_limit(country: str, pollutant: str, averaging: Averaging, on: datetime.date) -> Limit | None:
    """Return the limit in force on a day, None where there is none or none is known.

    Args:
        country: `KR`, `CN` (class II, where people live; `CN-I` is class I), `WHO` (the guideline itself) or
            `WHO-IT-1` to `WHO-IT-4`.
        averaging: `8h` is the highest moving mean over 8 hours of a day, `season` WHO's mean of these over
            the six months with most ozone.
    """
    return next((limit for limit in limits_of(country, pollutant, averaging) if limit.in_force(on)), None)


def limits_of(country: str, pollutant: str, averaging: Averaging) -> list[Limit]:
    """Return every limit of a country for one pollutant and averaging period, the oldest first."""
    return [
        limit
        for limit in STANDARDS.get(country, ())
        if limit.pollutant == pollutant and limit.averaging == averaging
    ]
