"""Values that a city's own system sends; the delivery declares units and reference states itself.

Provisional and confirmed values are two sources, so that both are kept; confirmed ones go first.
"""

from collections.abc import Iterator, Mapping

from environment.sources import beijing, seoul
from environment.sources.clock import CLOCKS
from environment.sources.declared import CONFIRMED as CONFIRMED
from environment.sources.declared import PROVISIONAL as PROVISIONAL
from environment.sources.declared import Refusal, Row, Scale, Source
from environment.sources.tables import NotReadable, Table

RANKS = {PROVISIONAL: 1, CONFIRMED: 2}

PARTICLES = ("pm25", "pm10")
MASS, VOLUME = ("µg/m³", "mg/m³"), ("ppm", "ppb")
# How a unit is written where the keyboard has no other letters.
SPELLINGS = {"ug/m3": "µg/m³", "µg/m3": "µg/m³", "ug/m³": "µg/m³", "mg/m3": "mg/m³"}
STATES_OF_A_MASS = ("as-sampled", "273K", "298K")
THOUSANDTH = {"mg/m³": 1000.0, "ppb": 1 / 1000}


class WrongUnit(Exception):
    """A declared unit or reference state that a pollutant cannot have; the text is the stable reason."""


def name_of(city: str, status: str) -> str:
    return f"{city}-push" if status == PROVISIONAL else f"{city}-push-{status}"


def source_of(city: str, status: str, scales: Mapping[str, Scale]) -> Source:
    """Return the source of one push: the city's clock with the scales that the delivery declares."""
    return Source(
        name=name_of(city, status),
        city=city,
        averaging="hour",
        clock=CLOCKS[city],
        scales=scales,
        parse=_no_table,
        rank=RANKS[status],
        status=status,
        missing_numbers=(),
    )


def scale_of(pollutant: str, unit: str, reference_state: str | None) -> Scale:
    """Return the scale of a declared unit.

    Raises:
        WrongUnit: a pollutant is not measured in this unit, or not reduced to this state.
    """
    unit = unit_of(unit)
    if unit in VOLUME and pollutant not in PARTICLES:
        if reference_state not in (None, "none"):
            raise WrongUnit("wrong-reference-state")
        return Scale(unit, seoul.SCALES[pollutant].highest / THOUSANDTH.get(unit, 1.0), ("none",))
    if unit not in MASS:
        raise WrongUnit("wrong-unit")
    if reference_state is None and pollutant in PARTICLES:
        reference_state = "as-sampled"
    if reference_state not in STATES_OF_A_MASS:
        raise WrongUnit("wrong-reference-state")
    highest = beijing.HIGHEST_CO_MG_M3 * 1000 if pollutant == "co" else beijing.HIGHEST[pollutant]
    return Scale(unit, highest / THOUSANDTH.get(unit, 1.0), (reference_state,))


def unit_of(text: str) -> str:
    """Return a unit in the one spelling that is kept: the micro sign is not the Greek letter."""
    plain = text.strip().replace("\u03bc", "µ")
    return SPELLINGS.get(plain, plain)


def _no_table(_table: Table) -> Iterator[Row | Refusal]:
    raise NotReadable("unknown-heading")
