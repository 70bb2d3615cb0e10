"""Spells of bad air in the latest days that are invented, so that alerts are there to be seen."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from environment.demonstration.figures import Floats, Hours

HOURS_TO_RISE = 6


class Spell(NamedTuple):
    """Bad air from so many hours before now, for so many hours."""

    hours_ago: int
    lasting: int


# Seoul's second one is still on.
SPELLS: Mapping[str, Sequence[Spell]] = {
    "seoul": (Spell(20 * 24, 36), Spell(12, 24)),
    "beijing": (Spell(25 * 24, 80),),
}
# How much is added at the height of a spell, in µg/m³.
HEIGHTS: Mapping[tuple[str, str], float] = {
    ("seoul", "pm25"): 95.0,
    ("seoul", "pm10"): 105.0,
    ("beijing", "pm25"): 270.0,
    ("beijing", "pm10"): 310.0,
}


def with_spells(city: str, pollutant: str, hours: Hours, values: Floats, this_hour: int) -> Floats:
    """Return the values of some hours with the bad air before `this_hour` added, in whole numbers."""
    height = HEIGHTS.get((city, pollutant))
    if height is None:
        return values
    added = np.zeros(len(hours))
    for spell in SPELLS[city]:
        start = this_hour - spell.hours_ago
        end = start + spell.lasting
        added += np.interp(hours, [start - HOURS_TO_RISE, start, end, end + HOURS_TO_RISE], [0, 1, 1, 0])
    raised: Floats = values + np.round(added * height)
    return raised
