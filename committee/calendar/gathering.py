"""Everything with a day or a time that a reader may see, gathered from the rooms of CALENDAR_SOURCES."""

import datetime
import zoneinfo
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from committee.members.models import Member
from committee.workdays.dated import Dated, Period
from committee.workdays.due import DueDay

DAY = datetime.timedelta(days=1)
Source = Callable[[Period, Member | None], Iterable[Dated]]


@dataclass(frozen=True)
class Kind:
    """A row of CALENDAR_SOURCES."""

    code: str
    label: Promise | str
    source: str
    # URL name of the page that visitors are led to; '' for members, who are led to the record.
    public_page: str = ""


@dataclass(frozen=True)
class Chosen:
    """What a reader narrows the calendar down to; what concerns all cities concerns each one."""

    city: int | None = None
    subcommittee: int | None = None
    kind: str = ""

    def takes(self, dated: Dated) -> bool:
        here = self.city is None or dated.city in (None, self.city)
        return here and (self.subcommittee is None or dated.subcommittee == self.subcommittee)


@dataclass(frozen=True)
class Entry:
    """One thing in the calendar, as somebody in `zone` reads it."""

    kind: Kind
    dated: Dated
    zone: zoneinfo.ZoneInfo

    @property
    def key(self) -> str:
        """What names the entry as long as its record lives."""
        record = self.dated.record
        part = f"-{self.dated.part}" if self.dated.part else ""
        return f"{record._meta.model_name}-{record.pk}{part}"

    @property
    def is_timed(self) -> bool:
        return isinstance(self.dated.starts, datetime.datetime)

    @property
    def address(self) -> str:
        if self.kind.public_page:
            return reverse(self.kind.public_page)
        address: str = self.dated.record.get_absolute_url()  # type: ignore[attr-defined]  # it has a page
        return address

    @cached_property
    def first(self) -> datetime.date:
        return _day_in(self.dated.starts, self.zone)

    @cached_property
    def last(self) -> datetime.date:
        """The last day; what ends at midnight ends with the day before."""
        ends = self.dated.ends
        if isinstance(ends, datetime.datetime) and ends > self.dated.starts:
            ends -= datetime.timedelta(microseconds=1)
        return _day_in(ends, self.zone) if ends else self.first

    @property
    def note(self) -> str:
        """When it counts as due, where that is another day."""
        is_open = self.dated.is_due and not self.dated.is_done
        return DueDay(self.first).note if is_open else ""

    @property
    def order(self) -> tuple[datetime.date, bool, datetime.datetime, str]:
        """By day; what has no time before what has one."""
        begins = self.dated.starts if isinstance(self.dated.starts, datetime.datetime) else EARLY
        return self.first, self.is_timed, begins, self.dated.title

    def times(self, zones: Sequence[zoneinfo.ZoneInfo]) -> list[str]:
        """Return the time as each zone's clock tells it, the reader's first, each clock once."""
        told = (self._time_in(zone) for zone in (self.zone, *zones))
        return list(dict.fromkeys(told)) if self.is_timed else []

    def _time_in(self, zone: zoneinfo.ZoneInfo) -> str:
        """Return the time in `zone`; with days where it is not all on the one day of the entry."""
        moments = [self.dated.starts, self.dated.ends] if self.dated.ends else [self.dated.starts]
        there = [moment.astimezone(zone) for moment in moments if isinstance(moment, datetime.datetime)]
        is_plain = {moment.date() for moment in there} == {self.first}
        told = (f"{'' if is_plain else date_format(moment) + ' '}{moment:%H:%M}" for moment in there)
        return f"{'–'.join(told)} {there[0]:%Z}"


EARLY = datetime.datetime.min.replace(tzinfo=datetime.UTC)


def kinds(reader: Member | None) -> dict[str, Kind]:
    """Return the kinds of entries by code; to the public, those of PUBLIC_CALENDAR_KINDS."""
    public: dict[str, str] = {} if reader else settings.PUBLIC_CALENDAR_KINDS
    sources = settings.CALENDAR_SOURCES.items()
    return {
        code: Kind(code, label, source, public.get(code, ""))
        for code, (label, source) in sources
        if reader or code in public
    }


def entries(
    period: Period, reader: Member | None, zone: zoneinfo.ZoneInfo, chosen: Chosen | None = None
) -> list[Entry]:
    """Return what touches the period in `zone`, sorted, in as many queries as there are sources."""
    chosen = chosen or Chosen()
    # A day more on each side: a moment has another day in another zone.
    wider = Period(period.first - DAY, period.last + DAY)
    asked = [kind for code, kind in kinds(reader).items() if chosen.kind in ("", code)]
    found = [
        Entry(kind, dated, zone)
        for kind in asked
        for dated in _source(kind)(wider, reader)
        if chosen.takes(dated)
    ]
    touching = [one for one in found if one.first <= period.last and one.last >= period.first]
    return sorted(touching, key=lambda one: one.order)


def _source(kind: Kind) -> Source:
    source: Source = import_string(kind.source)
    return source


def _day_in(moment: datetime.date, zone: zoneinfo.ZoneInfo) -> datetime.date:
    return moment.astimezone(zone).date() if isinstance(moment, datetime.datetime) else moment
