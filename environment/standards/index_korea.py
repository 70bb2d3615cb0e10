"""Korea: the Comprehensive Air-quality Index (CAI, 통합대기환경지수)."""

import datetime
from decimal import Decimal

from environment.standards.limits import MASS, Averaging
from environment.standards.rules import Category, Note, Rule, Table, stepped

GASES = "air.jeju.go.kr, summary of the CAI"
PARTICLES = (
    "easylaw.go.kr on fine dust forecast grades (in force 2018-03-27); upper ends of the Seoul Open Data "
    "Plaza item table; both reproduce published AirKorea records"
)
CALCULATOR = "AirKorea CAI calculator page"
RECORDS = "published AirKorea records of 2020"
REMEMBERED = "from memory"
PM25_TIGHTENED = datetime.date(2018, 3, 27)

INDICES = [(0, 50), (51, 100), (101, 250), (251, 500)]
CATEGORIES = (
    Category(1, "Good", 0, 50, "#0072b2"),
    Category(2, "Moderate", 51, 100, "#009e73"),
    Category(3, "Unhealthy", 101, 250, "#e6b800"),
    Category(4, "Very unhealthy", 251, 500, "#c1272d"),
)
UNHEALTHY = 3
# Pollutants that are unhealthy or worse → what is added to the highest sub-index.
ADDED_FOR_TWO, ADDED_FOR_MORE = 50, 75


def _gas(*bands: tuple[str, str], verified: bool = True) -> Table:
    return stepped(list(bands), INDICES, unit="ppm", source=GASES, verified=verified, above="highest")


def _particles(*bands: tuple[str, str], source: str = PARTICLES, verified: bool = True) -> Table:
    return stepped(list(bands), INDICES, unit=MASS, source=source, verified=verified, above="highest")


SO2 = _gas(("0.000", "0.020"), ("0.021", "0.050"), ("0.051", "0.150"), ("0.151", "1.000"))
NO2 = _gas(("0.000", "0.030"), ("0.031", "0.060"), ("0.061", "0.200"), ("0.201", "2.000"))
CO = _gas(("0.00", "2.00"), ("2.01", "9.00"), ("9.01", "15.00"), ("15.01", "50.00"))
O3 = _gas(("0.000", "0.030"), ("0.031", "0.090"), ("0.091", "0.150"), ("0.151", "0.600"))
PM10 = _particles(("0", "30"), ("31", "80"), ("81", "150"), ("151", "600"))
PM25 = _particles(("0", "15"), ("16", "35"), ("36", "75"), ("76", "500"))
PM25_BEFORE = _particles(
    ("0", "15"),
    ("16", "50"),
    ("51", "100"),
    ("101", "500"),
    source="news of the change of 2018-03-27: 51 and 101 began the grades before it",
    verified=False,
)

USUAL: dict[str, Averaging] = {
    "so2": "hour",
    "co": "hour",
    "o3": "hour",
    "no2": "hour",
    "pm10": "day",
    "pm25": "day",
}
NOTES = (
    Note(
        "The highest sub-index; 50 is added when exactly two pollutants are unhealthy or worse.",
        RECORDS,
        True,
    ),
    Note("75 is added when three or more pollutants are unhealthy or worse.", REMEMBERED, False),
    Note("An index needs PM10, PM2.5, NO2 and O3.", CALCULATOR, True),
    Note("The last band of O3 ends at 0.6 ppm; another table says 0.5.", REMEMBERED, False),
    Note(
        "Particles enter as C24E, rounded half up; it needs 9 of 12 hours and 3 of the last 4.",
        REMEMBERED,
        False,
    ),
    Note("With the addition an index ends at 500.", REMEMBERED, False),
)


def _edition(
    pm25: Table, verified: bool, since: datetime.date, until: datetime.date | None, source: str
) -> Rule:
    return Rule(
        name="kr-cai",
        country="KR",
        title="CAI",
        tables={
            ("so2", "hour"): SO2,
            ("no2", "hour"): NO2,
            ("co", "hour"): CO,
            ("o3", "hour"): O3,
            ("pm10", "day"): PM10,
            ("pm25", "day"): pm25,
        },
        usual=USUAL,
        categories=CATEGORIES,
        concentration_rounding="half-up",
        index_rounding="half-up",
        source=source,
        verified=verified,
        in_force_from=since,
        in_force_until=until,
        required=("pm10", "pm25", "no2", "o3"),
        notes=NOTES,
    )


_DAY = datetime.timedelta(days=1)
RULES = (
    _edition(
        PM25_BEFORE,
        False,
        datetime.date(2015, 1, 1),
        PM25_TIGHTENED - _DAY,
        f"{GASES}; PM2.5 by the grades before 2018-03-27; first day {REMEMBERED}",
    ),
    _edition(PM25, True, PM25_TIGHTENED, None, f"{GASES}; {PARTICLES}; {CALCULATOR}"),
)


def c24e(pollutant: str, hours: list[float | None]) -> float | None:
    """Return the predicted 24-hour mean of particles in µg/m³, unrounded.

    Args:
        pollutant: `pm10` or `pm25`.
        hours: the last twelve hourly means in µg/m³, the oldest first, None for a missing one.

    Returns:
        None with fewer than nine of the twelve hours or three of the last four (from memory).

    Source: AirKorea CAI calculator page. High hours that neither fall nor jump count three quarters.
    """
    known = [value for value in hours[-12:] if value is not None]
    latest = [value for value in hours[-4:] if value is not None]
    if len(hours) < 12 or len(known) < FEWEST_OF_TWELVE or len(latest) < FEWEST_OF_FOUR:
        return None
    c12 = sum(known) / len(known)
    adjusted = [_adjusted(value, c12, HIGH[pollutant]) for value in latest]
    return (c12 * 12 + sum(adjusted) / len(adjusted) * 12) / 24


HIGH = {"pm10": 70.0, "pm25": 30.0}
FEWEST_OF_TWELVE, FEWEST_OF_FOUR = 9, 3


def _adjusted(value: float, c12: float, high: float) -> float:
    # Only a value of at least `high` is reduced; then the mean of twelve hours is above 0.
    if value < high or not Decimal("0.9") <= Decimal(str(value)) / Decimal(str(c12)) <= Decimal("1.7"):
        return value
    return 0.75 * value
