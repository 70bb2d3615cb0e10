"""Which days are worked in a country, and which in those of all cities, as the library `holidays` knows.

Days that the Chinese State Council moves to a weekend are worked there. A country that the library does not
know has Saturdays and Sundays off and no public holidays.
"""

import datetime
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

import holidays

from committee.workdays.countries import countries
from committee.workdays.naming import in_words

DAY = datetime.timedelta(days=1)
SATURDAY = 5
# The language the library is asked in; `naming` translates from it.
LANGUAGE = "en_US"
YEARS_KEPT = 256
DAYS_KEPT = 30_000


def has_holidays(country: str) -> bool:
    """Whether the public holidays of a country (`KR`) are known."""
    return country.upper() in _countries()


def public_holiday(country: str, on: datetime.date) -> str:
    """Return the name of a public holiday in the reader's language; '' where the day is none."""
    year = _year(country.upper(), on.year)
    return in_words(year[on]) if year is not None and on in year else ""


def is_made_up(country: str, on: datetime.date) -> bool:
    """Whether a Saturday or Sunday is worked, in exchange for another day off."""
    return on.weekday() >= SATURDAY and is_worked(country, on)


@lru_cache(maxsize=DAYS_KEPT)
def is_worked(country: str, on: datetime.date) -> bool:
    year = _year(country.upper(), on.year)
    return on.weekday() < SATURDAY if year is None else bool(year.is_working_day(on))


def is_announced(country: str, year: int) -> bool:
    """Whether it is known which weekends of a year are worked, in a country that decides it each year."""
    known = _year(country.upper(), year)
    worked = known.weekend_workdays if known is not None else set()
    return not worked or any(day.year == year for day in worked) or year < max(worked).year


def countries_off(on: datetime.date) -> list[str]:
    """Return which of the countries do not work on a day."""
    return [country for country in countries() if not is_worked(country, on)]


def next_common_working_day(on: datetime.date) -> datetime.date:
    """Return the first day, `on` included, worked in all countries: what is due counts as due then."""
    return next(day for day in _days(on, DAY) if not countries_off(day))


def last_common_working_day_before(on: datetime.date) -> datetime.date:
    """Return the last day before `on` that is worked in all countries: what was due by then is overdue."""
    return common_working_days_before(on, 1)


def common_working_days_before(on: datetime.date, count: int) -> datetime.date:
    """Return the day that lies `count` common working days before `on`."""
    worked = (day for day in _days(on - DAY, -DAY) if not countries_off(day))
    return _nth(worked, count)


def common_working_days_after(on: datetime.date, count: int) -> datetime.date:
    """Return the day that lies `count` common working days after `on`."""
    worked = (day for day in _days(on + DAY, DAY) if not countries_off(day))
    return _nth(worked, count)


def _nth(days: Iterator[datetime.date], count: int) -> datetime.date:
    return next(islice(days, count - 1, None))


def _days(first: datetime.date, step: datetime.timedelta) -> Iterator[datetime.date]:
    day = first
    while True:
        yield day
        day += step


@cache
def _countries() -> frozenset[str]:
    return frozenset(holidays.list_supported_countries())


@lru_cache(maxsize=YEARS_KEPT)
def _year(country: str, year: int) -> holidays.HolidayBase | None:
    if country not in _countries():
        return None
    return holidays.country_holidays(country, years=year, expand=False, language=LANGUAGE)
