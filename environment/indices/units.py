"""From the unit in which air was received to the one that a rule's table is written in."""

import datetime

from environment.standards import Rule, convert, is_gas
from environment.standards.limits import Averaging

# From this day on China states gases at 298.15 K, before it at 273 K.
REFERENCE_CHANGE = datetime.date(2018, 9, 1)
STATES = {"273K", "298K"}


def in_unit_of(
    rule: Rule, pollutant: str, averaging: Averaging, value: float, unit: str, state: str, on: datetime.date
) -> float | None:
    """Return a concentration in the unit of the rule's table, gases at the state that the rule means then.

    Parts in volume have no state; a mass becomes parts at the state it was received with. Particles keep
    theirs: without the weather of each hour it cannot be changed. So does a mass of a gas whose state nobody
    stated, where the table is in mass; where it is in parts, there is nothing to compare and None returned.
    Clean air can read below zero, and an officer may release such a reading: for an index it is zero.

    Raises:
        KeyError: the rule has no table for this pollutant and averaging period.
    """
    value = max(value, 0.0)
    wanted, meant = rule.tables[pollutant, averaging].unit, state_meant(rule, on)
    is_mass, into_mass = unit.endswith("m³"), wanted.endswith("m³")
    if is_mass and into_mass and (state == meant or state not in STATES or not is_gas(pollutant)):
        return convert(value, pollutant, unit, wanted, None)
    if is_mass and state not in STATES:
        return None
    parts = convert(value, pollutant, unit, "ppm", state)
    # There and back costs the last digit, and a limit met exactly would be exceeded.
    return round(convert(parts, pollutant, "ppm", wanted, meant), 6)


def state_meant(rule: Rule, on: datetime.date) -> str:
    is_old = rule.name == "cn-hj633-2012" and on < REFERENCE_CHANGE
    return "273K" if is_old else "298K"
