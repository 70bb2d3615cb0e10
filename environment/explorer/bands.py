"""Scales on which a day of air is told by its category: concentrations first, indices beside them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from environment.explorer.units import Measure
from environment.standards import ambient_limit

# From best to worst; lighter and darker too, so that they stay in order for the colour-blind and in print.
RAMP = ("#fde725", "#7ad151", "#22a884", "#2a788e", "#414487", "#440154")
WHO_LEVELS = ("WHO", "WHO-IT-4", "WHO-IT-3", "WHO-IT-2", "WHO-IT-1")
ANY_DAY = datetime.date(2021, 9, 22)


@dataclass(frozen=True)
class Scale:
    """Categories of a day: `limits[i]` is the highest value of `names[i]`, the last name has no limit."""

    rule: str
    names: Sequence[str]
    limits: Sequence[float]
    measure: Measure
    is_verified: bool = True

    def band(self, value: float) -> int:
        """Return the number of the category, 0 for the best."""
        return sum(value > limit for limit in self.limits)


def colours_for(number: int) -> list[str]:
    """Return a colour for each of some categories, spread over the whole ramp."""
    if number == 1:
        return [RAMP[0]]
    return [RAMP[round(place * (len(RAMP) - 1) / (number - 1))] for place in range(number)]


def who_scale(pollutant: str) -> Scale | None:
    """Return the WHO's guideline of 2021 for a day and its interim targets, None where there is none."""
    limits = [
        limit
        for level in WHO_LEVELS
        if (limit := ambient_limit(level, pollutant, "day", ANY_DAY)) is not None
    ]
    if not limits:
        return None
    named = [limit.standard.removeprefix("WHO 2021 ") for limit in limits]
    return Scale(
        _("WHO 2021: guideline and interim targets for a day"),
        [
            *(
                _("%(level)s met: up to %(value)g") % {"level": level, "value": limit.value}
                for level, limit in zip(named, limits, strict=True)
            ),
            _("above %(level)s") % {"level": named[-1]},
        ],
        [limit.value for limit in limits],
        (limits[0].unit, limits[0].reference_state),
        all(limit.verified for limit in limits),
    )
