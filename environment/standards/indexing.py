"""The air-quality index of concentrations under a rule, and which rule was in force where and when."""

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from environment.standards import index_china, index_korea, index_us
from environment.standards.limits import Averaging
from environment.standards.rules import (
    POLLUTANTS,
    Category,
    NoRule,
    NotAConcentration,
    Rule,
    Table,
    averaging_named,
    pollutant_named,
)

RULES: tuple[Rule, ...] = (*index_korea.RULES, *index_china.RULES, *index_us.RULES)
RULE_NAMES = tuple(dict.fromkeys(rule.name for rule in RULES))
ABOVE_GOOD = 50

Concentrations: TypeAlias = Mapping[str, float | None] | Mapping[tuple[str, str], float | None]


@dataclass(frozen=True)
class SubIndex:
    """The index of one pollutant.

    `value` and `category` are None where the rule gives no index for this pollutant, averaging period or
    concentration. `is_at_least` tells that the concentration lies above what the table knows.
    """

    pollutant: str
    averaging: Averaging
    concentration: float
    value: int | None
    category: Category | None
    is_at_least: bool = False


@dataclass(frozen=True)
class Index:
    """The index of the air under a rule.

    `value` is None where the rule gives none: `missing` then names the pollutants that it lacks.
    `responsible` holds all pollutants with the highest sub-index; China names none up to 50.
    """

    rule: Rule
    value: int | None
    category: Category | None
    responsible: tuple[str, ...]
    sub_indices: tuple[SubIndex, ...]
    missing: tuple[str, ...] = ()

    @property
    def responsible_pollutant(self) -> str | None:
        return self.responsible[0] if self.responsible else None


def rule_named(name: str) -> Rule:
    """Return the edition of a rule that was last in force under a name such as `kr-cai`.

    Raises:
        NoRule: there is no such rule.
    """
    editions = [rule for rule in RULES if rule.name == name]
    if not editions:
        raise NoRule(f"{name} is no rule. There are: {', '.join(RULE_NAMES)}")
    return max(editions, key=lambda rule: rule.in_force_from)


def rule_for(country: str, on: datetime.date) -> Rule:
    """Return the rule in force in a country (`KR`, `CN` or `US`) on the day of an observation.

    Raises:
        NoRule: no rule of the country is known, or none was in force yet.
    """
    day = on.date() if isinstance(on, datetime.datetime) else on
    code = country.upper()
    found = [rule for rule in RULES if rule.country == code and rule.in_force(day)]
    if not found:
        raise NoRule(f"no air-quality index of {country} is known for {day}")
    return found[0]


def sub_index(rule: Rule | str, pollutant: str, concentration: float, averaging: str) -> SubIndex:
    """Return the index of one pollutant under a rule.

    Args:
        rule: a `Rule`, or its name: `kr-cai cn-hj633-2012 cn-hj633-2026 us-epa-2012 us-epa-2024`, which means
            the edition last in force under it; `rule_for` gives the one of a day.
        pollutant: `pm25 pm10 o3 no2 so2 co`; `PM2.5` and the like are understood.
        concentration: in the unit of the rule's table. Korea: ppm, particles µg/m³. China: µg/m³, CO mg/m³.
            US: particles µg/m³, O3 and CO ppm, SO2 and NO2 ppb.
        averaging: `1h` (`hour`), `8h`, `24h` (`day`); `c24e` and `nowcast` are estimates of a day's mean.

    Above the last breakpoint each rule has its own word: `Table.above` of its tables says which.

    Raises:
        NoRule: there is no rule of this name.
        NotAConcentration: a negative value or no number, an unknown pollutant or averaging period.
    """
    edition = rule_named(rule) if isinstance(rule, str) else rule
    pollutant, period = pollutant_named(pollutant), averaging_named(averaging)
    exact = _concentration(pollutant, concentration)
    table = edition.tables.get((pollutant, period))
    if table is None:
        return SubIndex(pollutant, period, float(concentration), None, None)
    value, is_at_least = _value(edition, table, edition.rounded(exact, table))
    category = None if value is None else edition.category(value)
    return SubIndex(pollutant, period, float(concentration), value, category, is_at_least)


def index(rule: Rule | str, concentrations: Concentrations) -> Index:
    """Return the index of the air under a rule: value, category, responsible pollutant.

    Args:
        rule: as of `sub_index`.
        concentrations: by pollutant, of the averaging period in `rule.usual` (particles of a day; China's
            gases of a day and O3 of 8 hours; Korea's gases of an hour), or by pollutant and averaging
            period, as `("o3", "1h")` or `"o3_1h"`. None is a missing value. Units are those of `sub_index`.

    Raises:
        NoRule, NotAConcentration: as of `sub_index`.
    """
    edition = rule_named(rule) if isinstance(rule, str) else rule
    given = {_place(edition, key): value for key, value in concentrations.items()}
    found = tuple(
        sub_index(edition, pollutant, value, period)
        for (pollutant, period), value in given.items()
        if value is not None
    )
    valued = [one for one in found if one.value is not None]
    there = {one.pollutant for one in valued}
    missing = tuple(pollutant for pollutant in POLLUTANTS if pollutant not in there)
    value = _overall(edition, valued, missing)
    if value is None:
        lacking = tuple(one for one in missing if not edition.required or one in edition.required)
        return Index(edition, None, None, (), found, lacking)
    return Index(
        edition, value, edition.category(value), _responsible(edition, valued, value), found, missing
    )


def _overall(rule: Rule, valued: list[SubIndex], missing: tuple[str, ...]) -> int | None:
    highest = max((one.value for one in valued if one.value is not None), default=None)
    if highest is None or set(rule.required) & set(missing):
        return None
    if rule.name == "cn-hj633-2026" and missing and highest <= index_china.PUBLISHED_ABOVE:
        return None
    if rule.name == "kr-cai":
        return min(highest + _addition(rule, valued), rule.categories[-1].highest)
    return highest


def _addition(rule: Rule, valued: list[SubIndex]) -> int:
    """Return what Korea adds where several pollutants are unhealthy or worse."""
    unhealthy = {
        one.pollutant for one in valued if one.category and one.category.grade >= index_korea.UNHEALTHY
    }
    additions = {0: 0, 1: 0, 2: index_korea.ADDED_FOR_TWO}
    return additions.get(len(unhealthy), index_korea.ADDED_FOR_MORE)


def _responsible(rule: Rule, valued: list[SubIndex], value: int) -> tuple[str, ...]:
    if rule.country == "CN" and value <= ABOVE_GOOD:
        return ()
    highest = max(one.value or 0 for one in valued)
    return tuple(dict.fromkeys(one.pollutant for one in valued if one.value == highest))


def _value(rule: Rule, table: Table, concentration: Decimal) -> tuple[int | None, bool]:
    first, last = table.bands[0], table.bands[-1]
    if concentration < first.low and table.below == "none":
        return None, False
    if concentration > last.high:
        if table.above == "none":
            return None, True
        beyond = last.index(concentration) if table.above == "extrapolated" else last.index(last.high)
        return rule.whole(beyond), table.above == "highest"
    band = next(band for band in table.bands if concentration <= band.high)
    return max(rule.lowest, rule.whole(band.index(concentration))), False


def _place(rule: Rule, key: str | tuple[str, str]) -> tuple[str, Averaging]:
    name, averaging = key.partition("_")[::2] if isinstance(key, str) else key
    pollutant = pollutant_named(name)
    return pollutant, averaging_named(averaging) if averaging else rule.usual[pollutant]


def _concentration(pollutant: str, value: float) -> Decimal:
    if not math.isfinite(value) or value < 0:
        raise NotAConcentration(f"{pollutant}: {value} is no concentration; give a number of at least 0")
    # By its shortest spelling: 0.055 is meant as 0.055, not as the nearest binary fraction.
    return Decimal(str(value))
