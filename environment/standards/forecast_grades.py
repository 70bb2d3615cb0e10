"""Korea: the four grades in which fine dust of a day is forecast and told."""

import datetime
from dataclasses import dataclass

from environment.standards.index_korea import CATEGORIES, PM25_TIGHTENED
from environment.standards.rules import Category

SOURCE = "easylaw.go.kr on fine dust forecast grades (as of 2023-08-15; in force 2018-03-27)"
BEFORE = "news of the change of 2018-03-27: PM2.5 of 51 was unhealthy and of 101 very unhealthy before it"


@dataclass(frozen=True)
class ForecastGrades:
    """The last µg/m³ of a day's mean in each grade but the worst one, which has no end."""

    pollutant: str
    highest: tuple[int, int, int]
    source: str
    verified: bool
    in_force_from: datetime.date
    in_force_until: datetime.date | None = None

    def in_force(self, on: datetime.date) -> bool:
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)

    def grade(self, mean_ug_m3: float) -> Category:
        """Return the grade of a day's mean, which is rounded half up to a whole µg/m³."""
        whole = int(mean_ug_m3 + 0.5)
        return CATEGORIES[sum(whole > highest for highest in self.highest)]


FIRST = datetime.date(2015, 1, 1)
FORECAST_GRADES = (
    ForecastGrades("pm10", (30, 80, 150), SOURCE, True, PM25_TIGHTENED),
    ForecastGrades("pm10", (30, 80, 150), BEFORE, False, FIRST, PM25_TIGHTENED - datetime.timedelta(days=1)),
    ForecastGrades("pm25", (15, 35, 75), SOURCE, True, PM25_TIGHTENED),
    ForecastGrades("pm25", (15, 50, 100), BEFORE, False, FIRST, PM25_TIGHTENED - datetime.timedelta(days=1)),
)


def forecast_grades(pollutant: str, on: datetime.date) -> ForecastGrades | None:
    """Return the grades of `pm25` or `pm10` in force on a day, None where none are known."""
    return next((one for one in FORECAST_GRADES if one.pollutant == pollutant and one.in_force(on)), None)
