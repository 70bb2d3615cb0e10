"""The categories of concentrations: WHO's guideline for a day and its interim targets."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from environment.explorer.units import Measure
from environment.standards import Limit, ambient_limit

# From best to worst; lighter and darker too, so that they stay in order for the colour-blind and in print.
RAMP = ("#fde725", "#7ad151", "#22a884", "#2a788e", "#414487", "#440154")
WHO_LEVELS = ("WHO", "WHO-IT-4", "WHO-IT-3", "WHO-IT-2", "WHO-IT-1")
PUBLISHED = datetime.date(2021, 9, 22)


@dataclass(frozen=True)
class Scale:
    """Categories of a day: `limits[i]` is the highest value of `names[i]`, the last name has no limit."""

    names: Sequence[str]
    limits: Sequence[float]
    measure: Measure
    is_verified: bool

    def band(self, value: float) -> int:
        """Return the number of the category, 0 for the best."""
        return sum(value > limit for limit in self.limits)


def colours_for(number: int) -> list[str]:
    """Return a colour for each of two categories or more, spread over the whole ramp."""
    return [RAMP[round(place * (len(RAMP) - 1) / (number - 1))] for place in range(number)]


def who_limits(pollutant: str) -> list[Limit]:
    """Return the limits for a day from the guideline to the first interim target; ozone has none."""
    limits = (ambient_limit(level, pollutant, "day", PUBLISHED) for level in WHO_LEVELS)
    return [limit for limit in limits if limit is not None]


def who_scale(pollutant: str) -> Scale:
    limits = who_limits(pollutant)
    levels = [limit.standard.removeprefix("WHO 2021 ") for limit in limits]
    met = [
        _("%(level)s met: up to %(value)g") % {"level": level, "value": limit.value}
        for level, limit in zip(levels, limits, strict=True)
    ]
    return Scale(
        [*met, _("above %(level)s") % {"level": levels[-1]}],
        [limit.value for limit in limits],
        (limits[0].unit, limits[0].reference_state),
        all(limit.verified for limit in limits),
    )
