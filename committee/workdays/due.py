"""When a thing counts as due: the agreed day is kept, and a day off passes on to the next working day."""

import datetime
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.languages.days import day_in_words
from committee.languages.sentences import listed
from committee.workdays.days import (
    countries_off,
    last_common_working_day_before,
    next_common_working_day,
    public_holiday,
)


@dataclass(frozen=True)
class DueDay:
    """A day on which something is due, and the one on which it counts as due."""

    agreed: datetime.date

    @property
    def counted(self) -> datetime.date:
        return next_common_working_day(self.agreed)

    @property
    def note(self) -> str:
        """Why it counts as due later than agreed, in a sentence; '' on a working day."""
        off = countries_off(self.agreed)
        if not off:
            return ""
        return _("%(reason)s: counts as due on %(day)s.") % {
            "reason": _why(self.agreed, off),
            "day": day_in_words(self.counted),
        }


def latest_overdue(on: datetime.date) -> datetime.date:
    """Return the latest agreed day that is overdue on `on`; one that counts as due on `on` is not yet."""
    return last_common_working_day_before(on)


def is_overdue(agreed: datetime.date, on: datetime.date) -> bool:
    return agreed <= latest_overdue(on)


def _why(day: datetime.date, off: list[str]) -> str:
    named = ((country, public_holiday(country, day)) for country in off)
    holidays = [f"{name} ({country})" for country, name in named if name]
    return listed(holidays) or date_format(day, "l")
