"""China: the Air Quality Index of HJ 633, in its editions of 2012 and 2026."""

import datetime

from environment.standards.limits import CO_MASS, MASS, Averaging
from environment.standards.rules import AboveTable, Category, Note, Rule, Table, gapless

OF_2012 = "HJ 633-2012, official text: Table 1, 4.2, 4.4, 5.1, 6.2"
OF_2026 = "HJ 633-2026, official scan: Tables 1 to 5, 4.2.2 to 4.2.6, 5.2, 5.3"
REMEMBERED = "from memory"
INDICES = (0, 50, 100, 150, 200, 300, 400, 500)

# The colours are the rule's own; words always stand beside them.
CATEGORIES = (
    Category(1, "Excellent", 0, 50, "#00a651"),
    Category(2, "Good", 51, 100, "#f2c500"),
    Category(3, "Lightly polluted", 101, 150, "#f28500"),
    Category(4, "Moderately polluted", 151, 200, "#d7191c"),
    Category(5, "Heavily polluted", 201, 300, "#7b3294"),
    Category(6, "Severely polluted", 301, 500, "#6b1a2b"),
)
USUAL: dict[str, Averaging] = {
    "pm25": "day",
    "pm10": "day",
    "so2": "day",
    "no2": "day",
    "co": "day",
    "o3": "8h",
}
GASES: dict[tuple[str, Averaging], list[float]] = {
    ("so2", "day"): [0, 50, 150, 475, 800, 1600, 2100, 2620],
    ("so2", "hour"): [0, 150, 500, 650, 800],
    ("no2", "day"): [0, 40, 80, 180, 280, 565, 750, 940],
    ("no2", "hour"): [0, 100, 200, 700, 1200, 2340, 3090, 3840],
    ("co", "day"): [0, 2, 4, 14, 24, 36, 48, 60],
    ("co", "hour"): [0, 5, 10, 35, 60, 90, 120, 150],
    ("o3", "hour"): [0, 160, 200, 300, 400, 800, 1000, 1200],
    ("o3", "8h"): [0, 100, 160, 215, 265, 800],
}
PARTICLES_2012: dict[str, list[float]] = {
    "pm10": [0, 50, 150, 250, 350, 420, 500, 600],
    "pm25": [0, 35, 75, 115, 150, 250, 350, 500],
}
PARTICLES_2026: dict[str, list[float]] = {
    "pm10": [0, 50, 120, 250, 350, 420, 500, 600],
    "pm25": [0, 35, 60, 115, 150, 250, 350, 500],
}
# These tables end before the index does.
# Where a pollutant is missing, only what is above this is given (HJ 633-2026).
PUBLISHED_ABOVE = 100
SHORT = {("so2", "hour"), ("o3", "8h")}


def _tables(
    particles: dict[str, list[float]], source: str, above_short: AboveTable
) -> dict[tuple[str, Averaging], Table]:
    """Return all tables of an edition; an hour of particles is judged by the breakpoints of a day."""
    tables: dict[tuple[str, Averaging], Table] = {}
    for (pollutant, averaging), points in GASES.items():
        above: AboveTable = above_short if (pollutant, averaging) in SHORT else "highest"
        unit, step = (CO_MASS, "0.1") if pollutant == "co" else (MASS, "1")
        tables[pollutant, averaging] = gapless(
            points, INDICES, unit=unit, step=step, source=source, above=above
        )
    for pollutant, points in particles.items():
        table = gapless(points, INDICES, unit=MASS, step="1", source=source, above="highest")
        tables[pollutant, "day"] = tables[pollutant, "hour"] = table
    return tables


TABLES_2012 = _tables(PARTICLES_2012, OF_2012, "none")
TABLES_2026 = _tables(PARTICLES_2026, OF_2026, "highest")

NOTES_2012 = (
    Note("Every index value is rounded up to a whole number (6.2).", OF_2012, True),
    Note("An hour of SO2 above 800 µg/m³ gives no index; the day's mean does.", OF_2012, True),
    Note("Eight hours of O3 above 800 µg/m³ give no index; the hour does.", OF_2012, True),
    Note("A responsible pollutant is named when the index is above 50.", OF_2012, True),
    Note("An hour of particles is judged by the breakpoints of a day.", REMEMBERED, False),
    Note("An index ends at 500.", REMEMBERED, False),
)
NOTES_2026 = (
    Note(
        "Concentrations are rounded to whole µg/m³, CO to 0.1 mg/m³, half to even (GB/T 8170).", OF_2026, True
    ),
    Note(
        "Every index value is rounded up to a whole number (4.2.6) and lies between 1 and 500.", OF_2026, True
    ),
    Note("An hour of SO2 above 800 µg/m³ is 200; eight hours of O3 above 800 µg/m³ are 300.", OF_2026, True),
    Note("Where a pollutant is missing, an index is given only when it is above 100.", OF_2026, True),
    Note("An hour of particles is judged by the breakpoints of a day.", OF_2026, True),
    Note("A responsible pollutant is named when the index is above 50; equal ones together.", OF_2026, True),
)


def _edition_of_2012(since: datetime.date, until: datetime.date, source: str, verified: bool) -> Rule:
    return Rule(
        name="cn-hj633-2012",
        country="CN",
        title="AQI (HJ 633-2012)",
        tables=TABLES_2012,
        usual=USUAL,
        categories=CATEGORIES,
        concentration_rounding="none",
        index_rounding="up",
        source=source,
        verified=verified,
        in_force_from=since,
        in_force_until=until,
        notes=NOTES_2012,
    )


RULES = (
    _edition_of_2012(
        datetime.date(2013, 1, 1),
        datetime.date(2015, 12, 31),
        f"{OF_2012}; used in Beijing from 2013 with GB 3095-2012 ({REMEMBERED})",
        False,
    ),
    _edition_of_2012(datetime.date(2016, 1, 1), datetime.date(2026, 2, 28), OF_2012, True),
    Rule(
        name="cn-hj633-2026",
        country="CN",
        title="AQI (HJ 633-2026)",
        tables=TABLES_2026,
        usual=USUAL,
        categories=CATEGORIES,
        concentration_rounding="half-even",
        index_rounding="up",
        source=OF_2026,
        verified=True,
        in_force_from=datetime.date(2026, 3, 1),
        lowest=1,
        notes=NOTES_2026,
    ),
)
