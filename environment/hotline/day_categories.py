"""The categories of days of fine dust under a standard: the grades of a country's index, or WHO's levels."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import TypeAlias

from committee.cities.models import City
from environment.explorer.bands import who_scale
from environment.explorer.calendars import Day
from environment.explorer.side_by_side import Column
from environment.hotline.exceedance import is_enough
from environment.indices.days import country_of, rule_on
from environment.measurements.rows import PeriodRow
from environment.naming.standards import name_of_category
from environment.standards import sub_index

WHO = "WHO"
# The number of the category of a day's mean, None where a rule has none.
Band: TypeAlias = Callable[[datetime.date, float], int | None]


@dataclass(frozen=True)
class JudgedDays:
    """The days of one city under one standard; `names` are its categories from the best on.

    Every day of the report's time is there, so days of which nothing came are counted as well.
    """

    city: City
    standard: str
    names: Sequence[str]
    days: Sequence[Day]

    @cached_property
    def counts(self) -> list[int]:
        counted = Counter(day.band for day in self.days)
        return [counted[band] for band in range(len(self.names))]

    @property
    def valid(self) -> int:
        return sum(self.counts)

    @property
    def without(self) -> int:
        return len(self.days) - self.valid


def standards_for(cities: Sequence[City]) -> list[str]:
    """Return the countries whose rules the cities follow, in their order, and WHO at the end."""
    return [*dict.fromkeys(country_of(city) for city in cities), WHO]


def judged_days(
    column: Column, pollutant: str, standard: str, start: datetime.date, end: datetime.date
) -> JudgedDays:
    """Judge the daily means of a place from `start` to before `end`, each under the edition of its day."""
    rows = {row.start.date(): row for row in column.rows if is_enough(row)}
    band = _band_of_who(pollutant) if standard == WHO else partial(_band_of_rule, standard, pollutant)
    every_day = (start + datetime.timedelta(number) for number in range((end - start).days))
    days = [_day(day, rows.get(day), band) for day in every_day]
    return JudgedDays(column.place.city, standard, _names(standard, pollutant, end), days)


def _names(standard: str, pollutant: str, last: datetime.date) -> Sequence[str]:
    """Return the categories, which all editions of a country's rule name alike."""
    if standard == WHO:
        return who_scale(pollutant).names
    rule = rule_on(standard, last)
    return [name_of_category(rule, category) for category in rule.categories] if rule else []


def _day(day: datetime.date, row: PeriodRow | None, band: Band) -> Day:
    if row is None or row.mean is None:
        return Day(day, None, None)
    return Day(day, row.mean, band(day, row.mean))


def _band_of_who(pollutant: str) -> Band:
    scale = who_scale(pollutant)
    return lambda _day, mean: scale.band(mean)


# The years of both cities, which a report says again in each language.
@lru_cache(maxsize=32768)
def _band_of_rule(country: str, pollutant: str, day: datetime.date, mean: float) -> int | None:
    rule = rule_on(country, day)
    category = sub_index(rule, pollutant, mean, "day").category if rule else None
    return None if rule is None or category is None else rule.categories.index(category)
