"""Korea: ambient standards of the Framework Act on Environmental Policy, annex to the enforcement decree."""

import datetime

from environment.standards.limits import MASS, Averaging, Limit

STANDARD = "KR ambient standard"
DECREE = (
    "Framework Act on Environmental Policy, enforcement decree, annex (2023-07-04), "
    "as quoted by heis.busan.go.kr/environmental/air004.aspx"
)
REMEMBERED = "Framework Act on Environmental Policy, values of 2015 to 2018, from memory"
PM25_TIGHTENED = datetime.date(2018, 3, 27)


def _pm25(
    averaging: Averaging, value: float, start: datetime.date, end: datetime.date | None, source: str
) -> Limit:
    return Limit(STANDARD, "pm25", averaging, value, MASS, "none", source, source == DECREE, start, end)


def _since_long(pollutant: str, averaging: Averaging, value: float, unit: str) -> Limit:
    return Limit(STANDARD, pollutant, averaging, value, unit, "none", DECREE, True)


_FIRST_PM25 = datetime.date(2015, 1, 1)
_LAST_OF_2015 = PM25_TIGHTENED - datetime.timedelta(days=1)

LIMITS: tuple[Limit, ...] = (
    _pm25("year", 25, _FIRST_PM25, _LAST_OF_2015, REMEMBERED),
    _pm25("day", 50, _FIRST_PM25, _LAST_OF_2015, REMEMBERED),
    _pm25("year", 15, PM25_TIGHTENED, None, DECREE),
    _pm25("day", 35, PM25_TIGHTENED, None, DECREE),
    _since_long("pm10", "year", 50, MASS),
    _since_long("pm10", "day", 100, MASS),
    _since_long("so2", "year", 0.02, "ppm"),
    _since_long("so2", "day", 0.05, "ppm"),
    _since_long("so2", "hour", 0.15, "ppm"),
    _since_long("no2", "year", 0.03, "ppm"),
    _since_long("no2", "day", 0.06, "ppm"),
    _since_long("no2", "hour", 0.1, "ppm"),
    _since_long("o3", "8h", 0.06, "ppm"),
    _since_long("o3", "hour", 0.1, "ppm"),
    _since_long("co", "8h", 9, "ppm"),
    _since_long("co", "hour", 25, "ppm"),
)
