"""Korea: fine dust and ozone advisories, by measured hours of an alert area."""

import datetime
from dataclasses import dataclass
from typing import Literal

from environment.standards.limits import MASS

STAGE_TABLE = (
    "stage table of the Clean Air Conservation Act's enforcement rule, as shown by Gyeongnam province "
    "(gyeongnam.go.kr/knhe) and Daegu (air.daegu.go.kr)"
)
REMEMBERED = "from memory"
StageName = Literal["advisory", "warning", "grave-warning"]
AreaRule = Literal["mean", "highest"]


@dataclass(frozen=True)
class Stage:
    """A stage of alert: raised at `issue` or above for `hours` in a row, left below `release`.

    What falls below `release` goes on in the stage below, if it still lies at or above that one's release.
    """

    name: StageName
    issue: float
    hours: int
    release: float


@dataclass(frozen=True)
class AdvisoryRule:
    """The stages of one pollutant, the lowest first; values in `unit`.

    `area` says what stands for the alert area: the mean of its stations, or the highest one.
    """

    pollutant: str
    unit: str
    stages: tuple[Stage, ...]
    area: AreaRule
    source: str
    verified: bool
    area_source: str
    area_verified: bool
    in_force_from: datetime.date
    in_force_from_verified: bool
    in_force_until: datetime.date | None = None

    def in_force(self, on: datetime.date) -> bool:
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)


# The first day of the stage table was not read (2018-07-01 is told for PM2.5, 90 and 180 before it, both from
# memory). It is applied to all days on which both particles are published, and shown as not verified.
FIRST = datetime.date(2015, 1, 1)

PM10_STAGES = (Stage("advisory", 150, 2, 100), Stage("warning", 300, 2, 150))
PM25_STAGES = (Stage("advisory", 75, 2, 35), Stage("warning", 150, 2, 75))
O3_STAGES = (
    Stage("advisory", 0.12, 1, 0.12),
    Stage("warning", 0.3, 1, 0.3),
    Stage("grave-warning", 0.5, 1, 0.5),
)


def _rule(pollutant: str, stages: tuple[Stage, ...]) -> AdvisoryRule:
    is_ozone = pollutant == "o3"
    return AdvisoryRule(
        pollutant=pollutant,
        unit="ppm" if is_ozone else MASS,
        stages=stages,
        area="highest" if is_ozone else "mean",
        source=STAGE_TABLE,
        verified=True,
        area_source=REMEMBERED if is_ozone else STAGE_TABLE,
        area_verified=not is_ozone,
        in_force_from=FIRST,
        in_force_from_verified=False,
    )


ADVISORIES: tuple[AdvisoryRule, ...] = (
    _rule("pm10", PM10_STAGES),
    _rule("pm25", PM25_STAGES),
    _rule("o3", O3_STAGES),
)


def advisory_rule(pollutant: str, on: datetime.date) -> AdvisoryRule | None:
    """Return the stages of a pollutant in force on a day, None where none are known."""
    return next((rule for rule in ADVISORIES if rule.pollutant == pollutant and rule.in_force(on)), None)
