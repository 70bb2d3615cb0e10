"""Every write of the stations room."""

import datetime
from typing import Any

from django.db import transaction

from committee.cities.models import City
from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.members.models import Member
from committee.pages.permissions import require
from environment.stations.catalogue import stations_of
from environment.stations.models import Station, StationName
from environment.stations.permissions import may_edit_station, may_keep_stations_of

CHINESE = "zh-hans"
RENAMED_ON = datetime.date(2021, 1, 1)


@transaction.atomic
def enter_catalogue(*, city: City) -> None:
    """Enter the known stations of a city that are not there yet. What is there stays as it is."""
    known = set(Station.objects.of(city).values_list("code", flat=True))
    for entry in stations_of(city.code):
        if entry["code"] not in known:
            _enter(city, entry)


def take_up(*, city: City, name: str) -> Station:
    """Enter a station of which nothing but the name in a file is known; the name serves as its code."""
    column = "name_ko" if city.country == "KR" else "name_zh_hans"
    station, _ = Station.objects.get_or_create(city=city, code=name[:60], defaults={column: name})
    return station


def _enter(city: City, entry: dict[str, str]) -> None:
    names = {entry.pop("full_name"): None, entry.pop("name_from_2021"): RENAMED_ON}
    place = {axis: float(entry[axis]) if entry[axis] else None for axis in ("latitude", "longitude")}
    station = Station.objects.create(city=city, **{**entry, **place})
    StationName.objects.bulk_create(
        StationName(station=station, language=CHINESE, name=name, valid_from=start)
        for name, start in names.items()
        if name
    )


def create_station(*, by: Member, city: City, **fields: Any) -> Station:
    require(may_keep_stations_of(by, city))
    return keep_new(by=by, record=Station(city=city, **fields))


def edit_station(*, by: Member, station: Station, seen_version: int | None = None, **changes: Any) -> Station:
    require(may_edit_station(by, station))
    return keep_changes(by=by, record=station, changes=changes, seen_version=seen_version)


def delete_station(*, by: Member, station: Station) -> None:
    """Delete a station that has no series; one that measured stays.

    Raises:
        StillNeeded: naming the series.
    """
    require(may_edit_station(by, station))
    keep_deletion(by=by, record=station)
