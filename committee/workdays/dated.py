"""What a room puts into the calendar; each yields it from a function named in CALENDAR_SOURCES."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: datetime.date
    last: datetime.date

    def days(self) -> Iterator[datetime.date]:
        for number in range((self.last - self.first).days + 1):
            yield self.first + datetime.timedelta(days=number)

    def holding(self, day: str) -> Q:
        """Return the condition that the date field `day` lies in the period."""
        return Q(**{f"{day}__range": (self.first, self.last)})

    def meeting(self, first: str, last: str) -> Q:
        """Return the condition that the days from `first` to `last`, which may be open, touch the period."""
        begun = Q(**{f"{first}__lte": self.last})
        goes_on: dict[str, Any] = {f"{last}__gte": self.first}
        one_day: dict[str, Any] = {f"{last}__isnull": True, f"{first}__gte": self.first}
        return begun & (Q(**goes_on) | Q(**one_day))


@dataclass(frozen=True)
class Dated:
    """A day or a time that a record gives to the calendar.

    Args:
        record: what it is about; its page is where the calendar leads.
        title: what stands in the calendar, in the reader's language.
        starts: a day, or a moment in the zone of the place where it happens.
        ends: the last day, or the moment of the end; None where it is the same day or not known.
        part: tells several entries about one record apart, such as `signed`.
        city: key of the city that it concerns alone; None with all of them. So is `subcommittee`.
        is_due: something has to be done by then, so that a day off passes on to the next working day.
    """

    record: Model
    title: str
    starts: datetime.date
    ends: datetime.date | None = None
    part: str = ""
    city: int | None = None
    subcommittee: int | None = None
    place: str = ""
    is_due: bool = False
    is_done: bool = False
    is_cancelled: bool = False
