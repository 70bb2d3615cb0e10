"""Hours, days, months and years of a city's own calendar."""

import datetime
from collections.abc import Iterable, Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _


class Period(models.TextChoices):
    HOUR = "hour", _("hour")
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


def first_day(period: str, day: datetime.date) -> datetime.date:
    """Return the first day of the day, month or year that `day` lies in."""
    if period == Period.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if period == Period.MONTH else day


def next_first_day(period: str, day: datetime.date) -> datetime.date:
    """Return the first day of the day, month or year after the one that begins on `day`."""
    if period == Period.YEAR:
        return day.replace(year=day.year + 1)
    if period == Period.MONTH:
        return (day + datetime.timedelta(days=31)).replace(day=1)
    return day + datetime.timedelta(days=1)


def days_between(
    period: str, start: datetime.date, end: datetime.date
) -> Iterator[tuple[datetime.date, datetime.date]]:
    """Yield first day and day after the last of each period from `start` to before `end`, cut at both."""
    day = start
    while day < end:
        following = min(next_first_day(period, first_day(period, day)), end)
        yield day, following
        day = following


def stretches_of(
    days: Iterable[datetime.date], *, apart: int = 1
) -> list[tuple[datetime.date, datetime.date]]:
    """Return first and last day of each stretch of some days that lie at most `apart` days from the next."""
    found: list[tuple[datetime.date, datetime.date]] = []
    for day in sorted(days):
        if found and (day - found[-1][1]).days <= apart:
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return found
