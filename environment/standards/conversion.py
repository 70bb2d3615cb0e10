"""Parts in volume to mass in volume and back: an ideal gas at a stated temperature and 101.325 kPa."""

from collections.abc import Iterable

GAS_CONSTANT = 8.314462618  # J/(mol K)
PRESSURE_KPA = 101.325
MOLAR_MASS_G = {"so2": 64.066, "no2": 46.0055, "o3": 47.9982, "co": 28.0101}

# China stamped its gases with 273 K until 2018-08-31 and with 298.15 K from then on.
KELVIN = {
    "273K": 273.0,
    "273.0K": 273.0,
    "273.15K": 273.15,
    "293.15K": 293.15,
    "298K": 298.15,
    "298.15K": 298.15,
}
MICROGRAMS = {"ug/m3": 1.0, "mg/m3": 1000.0}
PARTS_IN_A_BILLION = {"ppb": 1.0, "ppm": 1000.0}


def is_gas(pollutant: str) -> bool:
    return pollutant in MOLAR_MASS_G


class NoConversion(ValueError):
    """The units cannot be converted into each other, or the reference state is missing for it."""


def convert(
    value: float, pollutant: str, from_unit: str, to_unit: str, reference_state: str | float | None
) -> float:
    """Return `value` in another unit.

    Args:
        pollutant: `pm25 pm10 o3 no2 so2 co`.
        from_unit: `ppm`, `ppb`, `µg/m³` or `mg/m³`; `ug/m3` and `mg/m3` are understood. So is `to_unit`.
        reference_state: `273K` (273 K), `298K` (298.15 K), `273.15K` or `293.15K`; a number is in kelvins.

    Raises:
        NoConversion: an unknown unit, or parts to mass without a gas and its reference state.
    """
    before, after = _plain(from_unit), _plain(to_unit)
    if before == after:
        return value
    for kind in (MICROGRAMS, PARTS_IN_A_BILLION):
        if before in kind and after in kind:
            return value * kind[before] / kind[after]
    micrograms_a_part = _micrograms_a_part(pollutant, reference_state)
    if before in PARTS_IN_A_BILLION:
        return value * PARTS_IN_A_BILLION[before] * micrograms_a_part / MICROGRAMS[after]
    return value * MICROGRAMS[before] / micrograms_a_part / PARTS_IN_A_BILLION[after]


def _plain(unit: str) -> str:
    plain = unit.replace("µ", "u").replace("μ", "u").replace("³", "3")
    if plain not in MICROGRAMS and plain not in PARTS_IN_A_BILLION:
        raise NoConversion(f"{unit} is not a unit that can be converted")
    return plain


def _micrograms_a_part(pollutant: str, reference_state: str | float | None) -> float:
    """Return the µg/m³ that one ppb is."""
    if isinstance(reference_state, str) or reference_state is None:
        kelvin = KELVIN.get((reference_state or "").replace(" ", ""))
    else:
        kelvin = float(reference_state) if reference_state > 0 else None
    if kelvin is None or pollutant not in MOLAR_MASS_G:
        raise NoConversion(f"{pollutant}: parts and mass compare only for a gas at a known reference state")
    litres_a_mole = GAS_CONSTANT * kelvin / PRESSURE_KPA
    return MOLAR_MASS_G[pollutant] / litres_a_mole


def common_unit(pollutant: str, kinds: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Return unit and reference state in which values of several kinds compare.

    Values of one kind stay as they are; unequal ones of a gas become ppm, which needs no reference state.
    Particles are µg/m³ whatever their state: without the weather of each hour it cannot be changed.
    """
    distinct = set(kinds)
    if len(distinct) == 1:
        return distinct.pop()
    if not is_gas(pollutant):
        return "µg/m³", ""
    states = {state for _unit, state in distinct}
    if len(states) == 1 and all(_plain(unit) in MICROGRAMS for unit, _state in distinct):
        return "µg/m³", states.pop()
    return "ppm", "none"
