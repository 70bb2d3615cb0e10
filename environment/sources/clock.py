"""The clock of a source: both cities label an hour by its end, and `24:00` is the next day's `00:00`.

An hour is counted in whole hours of UTC since 1970, and named by its end. A value belongs to the
local day in which its hour began.
"""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

LABEL = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)[ T]?(\d\d)?:?(\d\d)?(?::?00)?")
# As a spreadsheet writes dates anew. The year comes first, so that day and month cannot be mixed up.
REWRITTEN = re.compile(
    r"(\d{4})(?P<between>[-/.]) ?(\d\d?)(?P=between) ?(\d\d?)\.?(?:[ T]+(\d\d?)(?::(\d\d)(?::00)?)?)?"
)
MIDNIGHT = datetime.time()
# Nobody measured hourly before, and hours are counted from 1970: another year is a slip of the pen.
YEARS = range(1980, 2100)
# Beyond them lies nothing that any source may hold.
FIRST_DAY, LAST_DAY = datetime.date(YEARS[0], 1, 1), datetime.date(YEARS[-1], 12, 31)


def moment_of(hour: int) -> datetime.datetime:
    """Return when an hour ended."""
    return datetime.datetime.fromtimestamp(hour * 3600, datetime.UTC)


@lru_cache(maxsize=16384)
def _start(zone: str, day: datetime.date) -> int:
    seconds = datetime.datetime.combine(day, MIDNIGHT, ZoneInfo(zone)).timestamp()
    hours, rest = divmod(int(seconds), 3600)
    if rest:
        raise ValueError(f"{zone} is not whole hours from UTC on {day}")
    return hours


@lru_cache(maxsize=16384)
def _label(text: str) -> tuple[datetime.date, int | None]:
    year, month, day, hour, minute = _parts(text.strip())
    if int(year) not in YEARS or int(hour or 0) > 24 or minute not in ("00", None):
        raise ValueError(text)
    return datetime.date(int(year), int(month), int(day)), None if hour is None else int(hour)


def _parts(text: str) -> tuple[str, ...]:
    if match := LABEL.fullmatch(text):
        return match.groups()
    if match := REWRITTEN.fullmatch(text):
        year, _between, *rest = match.groups()
        return year, *rest
    raise ValueError(text)


@lru_cache(maxsize=16384)
def _day(zone: str, hour: int) -> datetime.date:
    return datetime.datetime.fromtimestamp((hour - 1) * 3600, ZoneInfo(zone)).date()


@dataclass(frozen=True)
class LocalClock:
    """Turns local labels into hours and back."""

    zone: str

    def start(self, day: datetime.date) -> int:
        """Return the hour at whose end the local day begins."""
        return _start(self.zone, day)

    def end(self, day: datetime.date) -> int:
        """Return the hour with which the local day ends."""
        return _start(self.zone, day + datetime.timedelta(days=1))

    def day(self, hour: int) -> datetime.date:
        """Return the local day in which the hour that ends at `hour` began."""
        return _day(self.zone, hour)

    def midnight(self, day: datetime.date) -> datetime.datetime:
        """Return the local time at which `day` begins."""
        return datetime.datetime.combine(day, MIDNIGHT, ZoneInfo(self.zone))

    def moment(self, hour: int) -> datetime.datetime:
        """Return the local time at which `hour` ended."""
        return datetime.datetime.fromtimestamp(hour * 3600, ZoneInfo(self.zone))

    def ending(self, day: datetime.date, label: int) -> int:
        """Return the hour that a file labels `label` (0 to 24) on `day`."""
        return _start(self.zone, day) + label

    def hour_labelled(self, text: str) -> int:
        """Return the hour of a label such as `202001312300` or `2018-01-01 24:00`.

        Raises:
            ValueError: the text is no day and full hour.
        """
        day, hour = _label(text)
        if hour is None:
            raise ValueError(text)
        return self.ending(day, hour)

    def day_labelled(self, text: str) -> int:
        """Return the hour with which the day of a label such as `20150101` ends.

        A workbook's date comes as `2015-01-01 00:00:00`; any other time of day makes it a label of an hour.

        Raises:
            ValueError: the text is no day.
        """
        day, hour = _label(text.strip().removesuffix(" 00:00:00"))
        if hour is not None:
            raise ValueError(text)
        return self.end(day)

    def hour_stated(self, text: str) -> int:
        """Return the hour that ends at a moment with its offset, such as `2023-02-22T01:00:00+09:00`.

        Raises:
            ValueError: the text is no full hour or names no offset.
        """
        moment = datetime.datetime.fromisoformat(text.strip())
        if moment.tzinfo is None or moment.year not in YEARS:
            raise ValueError(text)
        hours, rest = divmod(moment.timestamp(), 3600)
        if rest:
            raise ValueError(text)
        return int(hours)


CLOCKS = {"seoul": LocalClock("Asia/Seoul"), "beijing": LocalClock("Asia/Shanghai")}
