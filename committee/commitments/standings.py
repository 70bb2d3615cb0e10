"""How a commitment can stand on a day, each standing with its rule in words.

The rule itself is asked of the database, in `CommitmentQuerySet.with_standing`: the board, the lists, the
scorecards, the report and the API all take it from there.
"""

import datetime

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MONTHS_OF_SILENCE = 6
MONTHS_A_YEAR = 12


class Standing(models.TextChoices):
    """In the order of the board; of several that fit, the database takes the first of its own order."""

    KEPT = "kept", _("kept")
    ON_TRACK = "on_track", _("on track")
    LATE = "late", _("late")
    NO_PROJECT = "no_project", _("no project yet")
    SILENT = "silent", _("silent")
    RELEASED = "released", _("released by both cities")

    @property
    def rule(self) -> Promise:
        """When a commitment stands so, in one sentence for readers."""
        return RULES[self]


RULES = {
    Standing.KEPT: _("A secretariat recorded the day on which it was kept. It stays here."),
    Standing.ON_TRACK: _(
        "It is open, its day has not passed, and something was heard in the last six months."
    ),
    Standing.LATE: _(
        "It is open, and the day by which it was due has passed; a day off passes on to the next day "
        "that both cities work."
    ),
    Standing.NO_PROJECT: _("It is open, and no project carries it out; cancelled projects do not count."),
    Standing.SILENT: _(
        "A project carries it out, but for more than six months both cities have confirmed no update. "
        "An update that only one city stands by does not end the silence. It counts from the signing of "
        "the agreement or the start of the project while nothing has been confirmed."
    ),
    Standing.RELEASED: _("Both cities released each other from it. It stays here."),
}


def first_day_heard(on: datetime.date) -> datetime.date:
    """Return the earliest day from which six months have not passed before `on`.

    What was heard on 31 August is six months ago on the last day of February, whichever that is, and
    silent from the day after.
    """
    months = on.year * MONTHS_A_YEAR + on.month - 1 - MONTHS_OF_SILENCE
    if on.day <= _days_in(months):
        return _day(months, on.day)
    return _day(months + 1, 1)


def _day(months: int, day: int) -> datetime.date:
    year, month = divmod(months, MONTHS_A_YEAR)
    return datetime.date(year, month + 1, day)


def _days_in(months: int) -> int:
    return (_day(months + 1, 1) - _day(months, 1)).days
