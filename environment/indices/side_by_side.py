"""The same air under every rule: one day or one hour of a city or a station."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from committee.cities.models import City
from environment.indices.air_of_days import air_of_days
from environment.indices.days import HOURS_OF_A_DAY, city_of, country_of, index_of_air
from environment.indices.hours import air_of_hours, index_of_hours
from environment.sources.clock import LocalClock
from environment.standards import RULE_NAMES, RULES, Index, Rule, SubIndex
from environment.standards.rules import POLLUTANTS
from environment.stations.models import Station


@dataclass(frozen=True)
class Judgement:
    """What one rule says. `is_due` tells that it is the rule of the place and of the day."""

    rule: Rule
    index: Index
    is_in_force: bool
    is_due: bool

    def sub_index(self, pollutant: str) -> SubIndex | None:
        """Return the pollutant's highest sub-index, None where it has none."""
        own = [one for one in self.index.sub_indices if one.pollutant == pollutant and one.value is not None]
        return max(own, key=lambda one: one.value or 0, default=None)


@dataclass(frozen=True)
class UnderAllRules:
    judgements: Sequence[Judgement]

    @property
    def has_values(self) -> bool:
        return any(one.index.sub_indices for one in self.judgements)

    @property
    def pollutants(self) -> list[tuple[str, list[tuple[Judgement, SubIndex | None]]]]:
        """Each pollutant with every judgement and the pollutant's sub-index in it."""
        return [
            (pollutant, [(one, one.sub_index(pollutant)) for one in self.judgements])
            for pollutant in POLLUTANTS
        ]


def day_under_all_rules(place: City | Station, day: datetime.date) -> UnderAllRules:
    """Return the index of a local day under every rule; a query for each rule of validity."""
    following = day + datetime.timedelta(days=1)
    air = {
        fewest: air_of_days(place, day, following, hours_of_a_day=fewest).get(day, {})
        for fewest in sorted(set(HOURS_OF_A_DAY.values()))
    }
    rules = editions_for(day)
    found = [index_of_air(rule, air[HOURS_OF_A_DAY[rule.country]], day) for rule in rules]
    return _judged(place, day, found)


def hour_under_all_rules(place: City | Station, hour: int) -> UnderAllRules:
    """Return the index of the hour that ends at `hour` (UTC, whole hours since 1970) under every rule."""
    day = LocalClock(city_of(place).time_zone).day(hour)
    air = air_of_hours(place, hour)
    return _judged(place, day, [index_of_hours(rule, air, day) for rule in editions_for(day)])


def editions_for(day: datetime.date) -> list[Rule]:
    """Return an edition of every rule: the one in force on the day, else the one nearest to it."""
    return [
        min((rule for rule in RULES if rule.name == name), key=lambda rule: _days_away(rule, day))
        for name in RULE_NAMES
    ]


def _days_away(rule: Rule, day: datetime.date) -> int:
    last = rule.in_force_until or datetime.date.max
    return max((rule.in_force_from - day).days, (day - last).days, 0)


def _judged(place: City | Station, day: datetime.date, found: Sequence[Index]) -> UnderAllRules:
    country = country_of(place)
    return UnderAllRules(
        [
            Judgement(
                one.rule,
                one,
                one.rule.in_force(day),
                one.rule.in_force(day) and one.rule.country == country,
            )
            for one in found
        ]
    )
