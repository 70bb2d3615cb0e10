"""From the unit in which air was received to the one that a rule's table is written in."""

import datetime

from environment.standards import Rule, convert, is_gas
from environment.standards.limits import Averaging

# From this day on China states gases at 298.15 K, before it at 273 K.
REFERENCE_CHANGE = datetime.date(2018, 9, 1)
STATES = {"273K", "298K"}


def in_unit_of(
    rule: Rule, pollutant: str, averaging: Averaging, value: float, unit: str, state: str, on: datetime.date
) -> float:
    """Return a concentration in the unit of the rule's table, gases at the state that the rule means then.

    Parts in volume have no state; a mass becomes parts at the state it was received with. Particles keep
    theirs: without the weather of each hour it cannot be changed.

    Raises:
        KeyError: the rule has no table for this pollutant and averaging period.
        NoConversion: a mass of a gas without its reference state.
    """
    wanted = rule.tables[pollutant, averaging].unit
    if not is_gas(pollutant):
        return convert(value, pollutant, unit, wanted, None)
    parts = convert(value, pollutant, unit, "ppm", state)
    exact = convert(parts, pollutant, "ppm", wanted, state_meant(rule, on))
    is_same = unit == wanted and (state == state_meant(rule, on) or state not in STATES)
    # There and back costs the last digit, and a limit met exactly would be exceeded.
    return value if is_same else round(exact, 6)


def state_meant(rule: Rule, on: datetime.date) -> str:
    is_old = rule.name == "cn-hj633-2012" and on < REFERENCE_CHANGE
    return "273K" if is_old else "298K"
