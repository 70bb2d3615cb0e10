"""World Health Organization: global air quality guidelines of 2021 and their interim targets.

They are recommendations for any time, so they carry no dates. The text names no reference state
for gases; 298.15 K is assumed, and gases are therefore not verified. Where a reprint prints 50 for a day of
SO2, the guideline is 40 (from memory).
"""

from collections.abc import Mapping

from environment.standards.limits import PARTICLES, Averaging, Limit, by_mass

SOURCE = "WHO global air quality guidelines 2021, as reprinted at airclim.org/who-air-quality-guidelines"

# Level → pollutant → averaging period → µg/m³ (CO mg/m³).
LEVELS: Mapping[str, Mapping[str, Mapping[Averaging, float]]] = {
    "AQG": {
        "pm25": {"year": 5, "day": 15},
        "pm10": {"year": 15, "day": 45},
        "o3": {"season": 60, "8h": 100},
        "no2": {"year": 10, "day": 25},
        "so2": {"day": 40},
        "co": {"day": 4},
    },
    "IT-4": {"pm25": {"year": 10, "day": 25}, "pm10": {"year": 20, "day": 50}},
    "IT-3": {"pm25": {"year": 15, "day": 37.5}, "pm10": {"year": 30, "day": 75}, "no2": {"year": 20}},
    "IT-2": {
        "pm25": {"year": 25, "day": 50},
        "pm10": {"year": 50, "day": 100},
        "o3": {"season": 70, "8h": 120},
        "no2": {"year": 30, "day": 50},
        "so2": {"day": 50},
    },
    "IT-1": {
        "pm25": {"year": 35, "day": 75},
        "pm10": {"year": 70, "day": 150},
        "o3": {"season": 100, "8h": 160},
        "no2": {"year": 40, "day": 120},
        "so2": {"day": 125},
        "co": {"day": 7},
    },
}


def _level(name: str) -> tuple[Limit, ...]:
    particles = {pollutant: LEVELS[name][pollutant] for pollutant in PARTICLES}
    gases = {pollutant: values for pollutant, values in LEVELS[name].items() if pollutant not in PARTICLES}
    standard = f"WHO 2021 {name}"
    return (
        *by_mass(standard, particles, gases_at="none", source=SOURCE, verified=True),
        *by_mass(standard, gases, gases_at="298K", source=SOURCE, verified=False),
    )


LIMITS: Mapping[str, tuple[Limit, ...]] = {name: _level(name) for name in LEVELS}
