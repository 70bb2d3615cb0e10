"""The index of a city's or a station's days, computed from what the store holds when it is asked.

Nothing of it is kept, so late and corrected values are in it at once.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from committee.cities.models import City
from environment.indices.air_of_days import AirOfADay, air_of_days
from environment.indices.units import in_unit_of
from environment.standards import Index, NoRule, Rule, index, rule_for
from environment.standards.limits import Averaging
from environment.standards.rules import POLLUTANTS
from environment.stations.models import Station

# The country whose dated rules a city follows.
COUNTRY = {City.IndexRules.KOREA: "KR", City.IndexRules.CHINA: "CN", City.IndexRules.US_EPA: "US"}

# Hourly values that a valid day must have: Korea and the US three quarters, China 20 (GB 3095-2026, Table 4).
HOURS_OF_A_DAY = {"KR": 18, "US": 18, "CN": 20}

# Country → pollutant → the averaging period by which a day is judged. Korea's rule judges hours: a day is the
# mean of its particles and the highest hour of its gases.
OF_A_DAY: Mapping[str, Mapping[str, Averaging]] = {
    "KR": {"pm25": "day", "pm10": "day", "o3": "hour", "no2": "hour", "so2": "hour", "co": "hour"},
    "CN": {"pm25": "day", "pm10": "day", "o3": "8h", "no2": "day", "so2": "day", "co": "day"},
    "US": {"pm25": "day", "pm10": "day", "o3": "8h", "no2": "hour", "so2": "hour", "co": "8h"},
}
# A second indicator of one pollutant: the US table of SO2 by day begins where that by hour ends; HJ 633-2012
# lists the highest hour of O3 beside its highest eight hours.
ALSO_OF_A_DAY: Mapping[str, tuple[str, Averaging]] = {
    "cn-hj633-2012": ("o3", "hour"),
    "us-epa-2012": ("so2", "day"),
    "us-epa-2024": ("so2", "day"),
}


@dataclass(frozen=True)
class DayIndex:
    """The index of one local day. `index` is None before the first rule; its value may be None as well."""

    day: datetime.date
    index: Index | None

    @property
    def value(self) -> int | None:
        return self.index.value if self.index else None


def day_index(place: City | Station, day: datetime.date, rule: Rule | None = None) -> DayIndex:
    """Return the index of one day under `rule`, or under the one in force there on that day."""
    return days(place, day, day + datetime.timedelta(days=1), rule)[0]


def days(
    place: City | Station, start: datetime.date, end: datetime.date, rule: Rule | None = None
) -> list[DayIndex]:
    """Return the index of every day from `start` up to but excluding `end`, in one query.

    Args:
        rule: the rule for all days; without it each day's own, by the index that the city follows.
    """
    country = rule.country if rule else country_of(place)
    air = air_of_days(place, start, end, hours_of_a_day=HOURS_OF_A_DAY[country])
    every_day = (start + datetime.timedelta(days=number) for number in range((end - start).days))
    return [
        DayIndex(day, index_of_air(in_force, air.get(day, {}), day) if in_force else None)
        for day in every_day
        for in_force in [rule or rule_on(country, day)]
    ]


def index_of_air(rule: Rule, air: Mapping[str, AirOfADay], day: datetime.date) -> Index:
    """Return the index of a day's air under a rule, whichever country it was measured in."""
    concentrations: dict[tuple[str, str], float | None] = {}
    for pollutant in POLLUTANTS:
        averaging = OF_A_DAY[rule.country][pollutant]
        concentrations[pollutant, averaging] = _concentration(
            rule, pollutant, averaging, air.get(pollutant), day
        )
    if (also := ALSO_OF_A_DAY.get(rule.name)) and also[0] in air:
        concentrations[also] = _concentration(rule, *also, air[also[0]], day)
    return index(rule, concentrations)


def city_of(place: City | Station) -> City:
    return place if isinstance(place, City) else place.city


def country_of(place: City | Station) -> str:
    return COUNTRY[City.IndexRules(city_of(place).index_rules)]


def rule_on(country: str, day: datetime.date) -> Rule | None:
    """Return the rule in force, None before the first one."""
    try:
        return rule_for(country, day)
    except NoRule:
        return None


def _concentration(
    rule: Rule, pollutant: str, averaging: Averaging, air: AirOfADay | None, day: datetime.date
) -> float | None:
    if air is None:
        return None
    value = {"day": air.mean, "hour": air.highest_hour, "8h": air.highest_8h}.get(averaging)
    if value is None:
        return None
    return in_unit_of(rule, pollutant, averaging, value, air.unit, air.reference_state, day)
