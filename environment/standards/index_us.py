"""United States: the Air Quality Index of the EPA, its editions of 2012 and 2024, and NowCast."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal

from environment.standards.limits import MASS, Averaging
from environment.standards.rules import AboveTable, Category, Note, Rule, Table, stepped

OF_2024 = "EPA-454/B-24-002, May 2024: section IV, Table 6, NowCast"
REMEMBERED = "40 CFR 58 App. G as amended in 2013 (particles) and 2015 (ozone), from memory"
OF_2009 = "40 CFR 58 App. G, Table 2, as corrected in 74 FR 30469 (2009-06-26)"

LOWER = ((0, 50), (51, 100), (101, 150), (151, 200), (201, 300))
SIX, SEVEN = (*LOWER, (301, 500)), (*LOWER, (301, 400), (401, 500))

CATEGORIES = (
    Category(1, "Good", 0, 50, "#00a651"),
    Category(2, "Moderate", 51, 100, "#f2c500"),
    Category(3, "Unhealthy for sensitive groups", 101, 150, "#f28500"),
    Category(4, "Unhealthy", 151, 200, "#d7191c"),
    Category(5, "Very unhealthy", 201, 300, "#7b3294"),
    Category(6, "Hazardous", 301, 500, "#6b1a2b"),
)
USUAL: dict[str, Averaging] = {
    "pm25": "day",
    "pm10": "day",
    "o3": "8h",
    "co": "8h",
    "so2": "hour",
    "no2": "hour",
}
Bands = Sequence[tuple[str, str]]
O3_8H: Bands = [
    ("0.000", "0.054"),
    ("0.055", "0.070"),
    ("0.071", "0.085"),
    ("0.086", "0.105"),
    ("0.106", "0.200"),
]
O3_8H_BEFORE_2015: Bands = [
    ("0.000", "0.059"),
    ("0.060", "0.075"),
    ("0.076", "0.095"),
    ("0.096", "0.115"),
    ("0.116", "0.374"),
]
SO2_HOUR: Bands = [("0", "35"), ("36", "75"), ("76", "185"), ("186", "304")]
_NO2: Bands = [("0", "53"), ("54", "100"), ("101", "360"), ("361", "649"), ("650", "1249")]
_CO: Bands = [("0.0", "4.4"), ("4.5", "9.4"), ("9.5", "12.4"), ("12.5", "15.4"), ("15.5", "30.4")]
_PM10: Bands = [("0", "54"), ("55", "154"), ("155", "254"), ("255", "354"), ("355", "424")]

# Pollutant and averaging period → unit, bands of 2012, bands of 2024.
TABLES: Mapping[tuple[str, Averaging], tuple[str, Bands, Bands]] = {
    ("pm25", "day"): (
        MASS,
        [
            ("0.0", "12.0"),
            ("12.1", "35.4"),
            ("35.5", "55.4"),
            ("55.5", "150.4"),
            ("150.5", "250.4"),
            ("250.5", "350.4"),
            ("350.5", "500.4"),
        ],
        [
            ("0.0", "9.0"),
            ("9.1", "35.4"),
            ("35.5", "55.4"),
            ("55.5", "125.4"),
            ("125.5", "225.4"),
            ("225.5", "325.4"),
        ],
    ),
    ("pm10", "day"): (MASS, [*_PM10, ("425", "504"), ("505", "604")], [*_PM10, ("425", "604")]),
    ("co", "8h"): ("ppm", [*_CO, ("30.5", "40.4"), ("40.5", "50.4")], [*_CO, ("30.5", "50.4")]),
    ("no2", "hour"): ("ppb", [*_NO2, ("1250", "1649"), ("1650", "2049")], [*_NO2, ("1250", "2049")]),
}
# Tables that begin or end in the middle of the index.
O3_HOUR_2012: Bands = [
    ("0.125", "0.164"),
    ("0.165", "0.204"),
    ("0.205", "0.404"),
    ("0.405", "0.504"),
    ("0.505", "0.604"),
]
O3_HOUR_2024: Bands = [("0.125", "0.164"), ("0.165", "0.204"), ("0.205", "0.404"), ("0.405", "0.604")]
SO2_DAY_2012: Bands = [("305", "604"), ("605", "804"), ("805", "1004")]
SO2_DAY_2024: Bands = [("305", "604"), ("605", "1004")]

NOTES_2024 = (
    Note(
        "Concentrations are cut after the last digit of the table, index values rounded half up.",
        OF_2024,
        True,
    ),
    Note("An hour of SO2 above 304 ppb is 200; what lies above follows from the day's mean.", OF_2024, True),
    Note("Eight hours of O3 above 0.200 ppm are 300; what lies above follows from the hour.", OF_2024, True),
    Note("An hour of O3 below 0.125 ppm gives no index.", OF_2024, True),
    Note("Above 500 the last band is continued.", OF_2024, True),
)
NOTES_2012 = (
    *(Note(note.text, REMEMBERED, False) for note in NOTES_2024 if "0.200" not in note.text),
    Note(
        "Eight hours of O3 above the table are 300; what lies above follows from the hour.", REMEMBERED, False
    ),
    Note("Eight hours of O3 had other breakpoints until 2015-12-27: 100 at 0.075 ppm.", OF_2009, True),
)


def _tables(of_2024: bool) -> dict[tuple[str, Averaging], Table]:
    source, verified = (OF_2024, True) if of_2024 else (REMEMBERED, False)
    all_bands = SIX if of_2024 else SEVEN

    def table(bands: Bands, indices: Sequence[tuple[int, int]], unit: str, above: AboveTable) -> Table:
        below: Literal["lowest", "none"] = "lowest" if indices[0][0] == 0 else "none"
        return stepped(bands, indices, unit=unit, source=source, verified=verified, above=above, below=below)

    tables = {
        place: table(new if of_2024 else old, all_bands, unit, "extrapolated")
        for place, (unit, old, new) in TABLES.items()
    }
    tables["o3", "8h"] = table(O3_8H, LOWER, "ppm", "highest")
    tables["so2", "hour"] = table(SO2_HOUR, LOWER[:4], "ppb", "highest")
    ozone, sulphur = (O3_HOUR_2024, SO2_DAY_2024) if of_2024 else (O3_HOUR_2012, SO2_DAY_2012)
    tables["o3", "hour"] = table(ozone, all_bands[2:], "ppm", "extrapolated")
    tables["so2", "day"] = table(sulphur, all_bands[4:], "ppb", "extrapolated")
    return tables


def _with_ozone_of_2008(tables: dict[tuple[str, Averaging], Table]) -> dict[tuple[str, Averaging], Table]:
    ozone = stepped(
        O3_8H_BEFORE_2015, LOWER, unit="ppm", source=OF_2009, verified=True, above="highest", below="lowest"
    )
    return {**tables, ("o3", "8h"): ozone}


def _edition(
    name: str,
    title: str,
    of_2024: bool,
    since: datetime.date,
    until: datetime.date | None,
    tables: Mapping[tuple[str, Averaging], Table],
) -> Rule:
    return Rule(
        name=name,
        country="US",
        title=title,
        tables=tables,
        usual=USUAL,
        categories=CATEGORIES,
        concentration_rounding="down",
        index_rounding="half-up",
        source=OF_2024 if of_2024 else REMEMBERED,
        verified=of_2024,
        in_force_from=since,
        in_force_until=until,
        notes=NOTES_2024 if of_2024 else NOTES_2012,
    )


_BEFORE_2024, _SINCE_2024 = _tables(False), _tables(True)
# Two editions bear the name of 2012: ozone was tightened within it. By its name, the later one is meant.
RULES = (
    _edition(
        "us-epa-2012",
        "US AQI (2012)",
        False,
        datetime.date(2013, 3, 18),
        datetime.date(2015, 12, 27),
        _with_ozone_of_2008(_BEFORE_2024),
    ),
    _edition(
        "us-epa-2012",
        "US AQI (2012)",
        False,
        datetime.date(2015, 12, 28),
        datetime.date(2024, 5, 5),
        _BEFORE_2024,
    ),
    _edition("us-epa-2024", "US AQI (2024)", True, datetime.date(2024, 5, 6), None, _SINCE_2024),
)

LOWEST_WEIGHT = 0.5
HOURS, LATEST, FEWEST_OF_LATEST = 12, 3, 2


def nowcast(hours: Sequence[float | None]) -> float | None:
    """Return the NowCast of particles in µg/m³, unrounded.

    Args:
        hours: the last twelve hourly means in µg/m³, the oldest first, None for a missing one.

    Returns:
        None with fewer than two of the last three hours.

    Source: EPA-454/B-24-002, NowCast section.
    """
    newest_first = list(reversed(hours[-HOURS:]))
    if sum(value is not None for value in newest_first[:LATEST]) < FEWEST_OF_LATEST:
        return None
    known = {ago: value for ago, value in enumerate(newest_first) if value is not None}
    highest, lowest = max(known.values()), min(known.values())
    if highest <= 0:
        return 0.0
    weight = max(LOWEST_WEIGHT, 1 - (highest - lowest) / highest)
    total = sum(weight**ago * value for ago, value in known.items())
    return total / sum(weight**ago for ago in known)
