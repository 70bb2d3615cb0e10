"""The programme of a meeting day by day, in the host city's time and beside it in the others'."""

import datetime
import zoneinfo
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import attrgetter

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.cities.protocol import in_protocol_order
from committee.languages.sentences import listed
from committee.meetings.models import Meeting
from committee.programmes.models import ProgrammeEntry


@dataclass(frozen=True)
class Slot:
    """An entry with its time in each zone, the host's first, and the cities it is for in protocol order."""

    entry: ProgrammeEntry
    times: tuple[str, ...]
    cities: tuple[City, ...]


@dataclass(frozen=True)
class Day:
    """What begins on one day of the host city."""

    day: datetime.date
    slots: tuple[Slot, ...]


def timetable(meeting: Meeting, entries: Iterable[ProgrammeEntry]) -> list[Day]:
    """Return the entries by the host city's days; `cities` are best prefetched."""
    in_order = sorted(entries, key=attrgetter("starts_at", "ends_at", "pk"))
    if not in_order:
        return []
    zones = _zones(meeting)

    def day_of(entry: ProgrammeEntry) -> datetime.date:
        return entry.starts_at.astimezone(meeting.host.zone).date()

    return [
        Day(day, tuple(_slot(meeting, entry, day, zones) for entry in group))
        for day, group in groupby(in_order, key=day_of)
    ]


def span(entry: ProgrammeEntry, zone: zoneinfo.ZoneInfo, day: datetime.date) -> str:
    """Return `09:00–10:30 CST`; a moment that is not on `day` there carries its own: `05-21 00:30`."""
    first, last = entry.starts_at.astimezone(zone), entry.ends_at.astimezone(zone)
    return f"{_clock(first, day)}–{_clock(last, day)} {last:%Z}"


def overlap_warnings(entries: Iterable[ProgrammeEntry]) -> list[str]:
    """Return a sentence for each two entries in which one delegation would have to be at once."""
    return [
        _("“%(one)s” and “%(other)s” overlap for %(cities)s.")
        % {"one": one, "other": other, "cities": listed(city.name.plain for city in shared)}
        for one, other in combinations(entries, 2)
        if one.overlaps(other)
        and (shared := [city for city in one.cities.all() if city in other.cities.all()])
    ]


def _slot(
    meeting: Meeting, entry: ProgrammeEntry, day: datetime.date, zones: Sequence[zoneinfo.ZoneInfo]
) -> Slot:
    cities = in_protocol_order(entry.cities.all(), host_id=meeting.host_id, city_id=attrgetter("pk"))
    return Slot(entry, tuple(span(entry, zone, day) for zone in zones), tuple(cities))


def _zones(meeting: Meeting) -> list[zoneinfo.ZoneInfo]:
    cities = in_protocol_order(City.objects.all(), host_id=meeting.host_id, city_id=attrgetter("pk"))
    return [zoneinfo.ZoneInfo(name) for name in dict.fromkeys(city.time_zone for city in cities)]


def _clock(moment: datetime.datetime, day: datetime.date) -> str:
    return f"{moment:%H:%M}" if moment.date() == day else f"{moment:%m-%d %H:%M}"
