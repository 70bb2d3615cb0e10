"""The unit in which series are shown: a common one, one that is chosen, or each as it was received."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from environment.measurements.models import ReferenceState
from environment.measurements.rows import PeriodRow
from environment.standards import NoConversion, common_unit, convert, is_gas

# A unit with the reference state of a gas.
Measure = tuple[str, str]

COMMON, RECEIVED = "common", "received"
PPM: Measure = ("ppm", ReferenceState.NONE)
CHOICES = [
    (COMMON, _("one unit for all")),
    (RECEIVED, _("as received")),
    ("ppm", _("gases in ppm")),
    ("273K", _("gases as mass at 273 K")),
    ("298K", _("gases as mass at 298.15 K")),
]


class NotComparable(Exception):
    """Values of a gas whose reference state is not known cannot be brought into another unit."""


def measure_for(pollutant: str, unit: str, received: set[Measure]) -> Measure:
    """Return in what `pollutant` is shown; particles are always shown in their common unit."""
    if not received:
        return "", ""
    if unit == COMMON or not is_gas(pollutant):
        return common_unit(pollutant, received)
    return PPM if unit == "ppm" else ("mg/m³" if pollutant == "co" else "µg/m³", unit)


def in_measure(rows: Sequence[PeriodRow], pollutant: str, measure: Measure) -> Sequence[PeriodRow]:
    """Return rows converted to `measure`; the very same rows where nothing is to be converted.

    Raises:
        NotComparable: a reference state is missing for it.
    """
    found = {(row.unit, row.reference_state) for row in rows}
    if found <= {measure}:
        return rows
    factors = {each: _factor(pollutant, each, measure) for each in found if each[0]}
    return [_converted(row, factors.get((row.unit, row.reference_state), 1.0), measure) for row in rows]


def _converted(row: PeriodRow, factor: float, measure: Measure) -> PeriodRow:
    if row.mean is None or row.max is None or (row.unit, row.reference_state) == measure:
        return row
    unit, state = measure
    return replace(row, mean=row.mean * factor, max=row.max * factor, unit=unit, reference_state=state)


def _factor(pollutant: str, received: Measure, measure: Measure) -> float:
    """Return what one of `received` is in `measure`; from one reference state to another by way of ppm."""
    (unit, state), (wanted, wanted_state) = received, measure
    try:
        if state == wanted_state or not is_gas(pollutant):
            return convert(1, pollutant, unit, wanted, state)
        return convert(convert(1, pollutant, unit, "ppm", state), pollutant, "ppm", wanted, wanted_state)
    except NoConversion as problem:
        raise NotComparable(str(problem)) from problem
