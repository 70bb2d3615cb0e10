"""Beijing: warning levels of the emergency plan for heavy air pollution, by days of the city's AQI.

The plan speaks of forecast days; here the days that came are judged, which tells what the air was.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

LevelName = Literal["blue", "yellow", "orange", "red"]
LEVELS: tuple[LevelName, ...] = ("blue", "yellow", "orange", "red")

OF_2013 = "Caixin, 2013-10-17"
OF_2016 = "Xinhua by a news page of 2017-11-03, on the revision of the end of 2016"
OF_2023 = "news report of 2024-10-30 quoting the revision of 2023"
REMEMBERED = "from memory"


@dataclass(frozen=True)
class Condition:
    """So many days in a row with an AQI above a value, among them so many above a higher one."""

    days: int
    above: int
    among_days: int = 0
    among_above: int = 0

    def met_by(self, run: Sequence[int]) -> bool:
        """Tell whether the last days of a run of consecutive daily AQI values meet it."""
        in_a_row = list(takewhile(lambda value: value > self.above, reversed(run)))
        worse = sum(value > self.among_above for value in in_a_row)
        return len(in_a_row) >= self.days and worse >= self.among_days


@dataclass(frozen=True)
class Level:
    """A level is reached when one of its conditions is met."""

    name: LevelName
    conditions: tuple[Condition, ...]
    source: str
    verified: bool


@dataclass(frozen=True)
class WarningPlan:
    """An edition of the emergency plan; levels from the lowest to the highest."""

    name: str
    levels: tuple[Level, ...]
    in_force_from: datetime.date
    in_force_from_verified: bool
    in_force_until: datetime.date | None = None

    def in_force(self, on: datetime.date) -> bool:
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)

    def level(self, run: Sequence[int]) -> Level | None:
        """Return the highest level that the last days of a run of consecutive daily AQI values reach.

        Args:
            run: daily AQI of consecutive days, the oldest first, up to the day that is judged.
        """
        met = [level for level in self.levels if any(one.met_by(run) for one in level.conditions)]
        return met[-1] if met else None


PLANS: tuple[WarningPlan, ...] = (
    WarningPlan(
        "Beijing 2013",
        (
            Level("blue", (Condition(1, 200),), OF_2013, True),
            Level("yellow", (Condition(1, 300), Condition(3, 200)), OF_2013, True),
            Level("orange", (Condition(3, 200, 1, 300),), REMEMBERED, False),
            Level("red", (Condition(3, 300),), OF_2013, True),
        ),
        datetime.date(2013, 10, 16),
        False,
        datetime.date(2016, 12, 14),
    ),
    WarningPlan(
        "Beijing 2016",
        (
            Level("blue", (Condition(1, 200),), OF_2016, True),
            Level("yellow", (Condition(2, 200),), REMEMBERED, False),
            Level("orange", (Condition(3, 200, 1, 300),), OF_2016, True),
            Level("red", (Condition(4, 200, 2, 300), Condition(1, 499)), REMEMBERED, False),
        ),
        datetime.date(2016, 12, 15),
        False,
        datetime.date(2023, 10, 31),
    ),
    WarningPlan(
        "Beijing 2023",
        (
            Level("yellow", (Condition(1, 200), Condition(2, 150)), OF_2023, True),
            Level("orange", (Condition(2, 200), Condition(3, 150)), OF_2023, True),
            Level("red", (Condition(3, 200, 1, 300),), OF_2023, True),
        ),
        datetime.date(2023, 11, 1),
        False,
    ),
)


def warning_plan(on: datetime.date) -> WarningPlan | None:
    """Return the plan in force in Beijing on a day, None before the first one."""
    return next((plan for plan in PLANS if plan.in_force(on)), None)
