"""What Beijing's formats have in common."""

import datetime

from environment.sources.clock import CLOCKS

CLOCK = CLOCKS["beijing"]

# From this day on China states gases at 298.15 K and particles as sampled (amendment to GB 3095-2012).
REFERENCE_CHANGE = CLOCK.start(datetime.date(2018, 9, 1))

MASS = "µg/m³"
# The highest value an instrument can have shown. Ceilings such as PM10 999 or 1000 are values and stay.
HIGHEST = {"pm25": 5000.0, "pm10": 10000.0, "o3": 2000.0, "no2": 2000.0, "so2": 5000.0}
HIGHEST_CO_MG_M3 = 100.0


def label(day: str, hour: str) -> str:
    """Return day and hour as one label. An hour that is not there stays away: padded it would be midnight."""
    day, hour = day.strip().removesuffix(" 00:00:00"), hour.strip()
    return f"{day} {hour:0>2}" if hour else day
