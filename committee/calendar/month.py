"""One month as weeks of days, with the public holidays of each city."""

import calendar
import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import get_format
from django.utils.translation import gettext as _

from committee.calendar.gathering import Chosen, Entry, entries
from committee.calendar.public_holidays import Holiday
from committee.cities.models import City
from committee.members.models import Member
from committee.workdays.dated import Period
from committee.workdays.days import has_holidays, is_announced, is_made_up, is_worked, public_holiday

SHOWN_A_DAY = 5


@dataclass(frozen=True)
class Day:
    """A day of the calendar: what is on it, and which city keeps which holiday."""

    date: datetime.date
    entries: list[Entry]
    marks: list[str]
    is_off: bool
    is_of_month: bool
    is_today: bool

    @property
    def first_entries(self) -> list[Entry]:
        """What fits into the grid; the list has the rest."""
        return self.entries[:SHOWN_A_DAY]

    @property
    def more(self) -> int:
        return len(self.entries[SHOWN_A_DAY:])


@dataclass(frozen=True)
class Month:
    first: datetime.date
    weeks: list[list[Day]]

    @property
    def days(self) -> list[Day]:
        """The days of the month on which something is, for the list on a phone."""
        shown = (day for week in self.weeks for day in week if day.is_of_month)
        return [day for day in shown if day.entries or day.marks]

    @property
    def before(self) -> datetime.date:
        return (self.first - datetime.timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> datetime.date:
        return (self.first + datetime.timedelta(days=31)).replace(day=1)


def month_of(
    first: datetime.date,
    reader: Member,
    cities: Sequence[City],
    *,
    today: datetime.date,
    chosen: Chosen,
) -> Month:
    """Return the month that begins with `first`, in the reader's zone, by weeks of the reader's language."""
    # Django counts from Sunday, Python from Monday.
    begins = (int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7
    weeks = calendar.Calendar(begins).monthdatescalendar(first.year, first.month)
    found = entries(Period(weeks[0][0], weeks[-1][-1]), reader, reader.zone, chosen)

    def day(date: datetime.date) -> Day:
        return Day(
            date,
            [one for one in found if one.first <= date <= one.last],
            marks_of(date, cities),
            is_off=not any(is_worked(city.country, date) for city in cities),
            is_of_month=date.month == first.month,
            is_today=date == today,
        )

    return Month(first, [[day(date) for date in week] for week in weeks])


@dataclass(frozen=True)
class ListedDay:
    date: datetime.date
    marks: list[str]
    entries: list[Entry]


def by_day(found: list[Entry], period: Period, cities: Sequence[City]) -> list[ListedDay]:
    """Return the days on which something begins; what began before the period stands on its first day."""
    days: dict[datetime.date, list[Entry]] = defaultdict(list)
    for one in found:
        days[max(one.first, period.first)].append(one)
    return [ListedDay(day, marks_of(day, cities), days[day]) for day in sorted(days)]


def marks_of(date: datetime.date, cities: Sequence[City]) -> list[str]:
    """Say which city keeps which holiday on a day, or works on a weekend."""
    marks = []
    for city in cities:
        if name := public_holiday(city.country, date):
            marks.append(Holiday(city, date, name).title)
        elif is_made_up(city.country, date):
            marks.append(_("%(city)s: working day") % {"city": city.name.plain})
    return marks


def doubts_of(year: int, cities: Sequence[City]) -> list[str]:
    """Say what is not known of a year's holidays, in a sentence each."""
    unknown = [city for city in cities if not has_holidays(city.country)]
    open_still = [city for city in cities if not is_announced(city.country, year)]
    return [
        *(
            _("The public holidays of %(city)s are not known; its Saturdays and Sundays are days off.")
            % {"city": city.name.plain}
            for city in unknown
        ),
        *(
            _("%(city)s: which weekends of %(year)s are worked has not been announced yet.")
            % {"city": city.name.plain, "year": year}
            for city in open_still
        ),
    ]
