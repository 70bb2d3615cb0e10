"""Every write of the stations room."""

from typing import Any

from django.db import transaction

from committee.cities.models import City
from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.members.models import Member
from committee.pages.permissions import require
from environment.stations.catalogue import names_of, stations_of
from environment.stations.models import Station, StationName
from environment.stations.permissions import may_edit_station, may_keep_stations_of

ALSO_CALLED = ("full_name", "name_from_2021", "number")


@transaction.atomic
def enter_catalogue(*, city: City) -> None:
    """Enter the known stations of a city and their dated names that are not there yet.

    What is there stays as it is.
    """
    entries = stations_of(city.code)
    known = dict(Station.objects.of(city).values_list("code", "pk"))
    for entry in entries:
        if entry["code"] not in known:
            known[entry["code"]] = _enter(city, entry).pk
    names = StationName.objects.filter(station__city=city)
    named = set(names.values_list("station_id", "language", "name"))
    StationName.objects.bulk_create(
        StationName(station_id=known[entry["code"]], **name._asdict())
        for entry in entries
        for name in names_of(entry)
        if (known[entry["code"]], name.language, name.name) not in named
    )


def take_up(*, city: City, name: str) -> Station:
    """Enter a station of which nothing but the name in a file is known; the name serves as its code."""
    column = "name_ko" if city.country == "KR" else "name_zh_hans"
    station, _ = Station.objects.get_or_create(city=city, code=name[:60], defaults={column: name})
    return station


def _enter(city: City, entry: dict[str, str]) -> Station:
    place = {axis: float(entry[axis]) if entry[axis] else None for axis in ("latitude", "longitude")}
    fields = {name: text for name, text in entry.items() if name not in ALSO_CALLED}
    return Station.objects.create(city=city, **{**fields, **place})


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
