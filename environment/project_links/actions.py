"""What members do with the links between projects and air quality."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.members.models import Member
from committee.pages.permissions import require
from committee.projects.models import Project
from committee.rules import BrokenRule
from environment.project_links.models import ProjectAirLink
from environment.project_links.permissions import may_edit_link, may_link_city
from environment.stations.models import Station


class StationOfAnotherCity(BrokenRule):
    """A link names a station that does not stand in its city."""

    def __init__(self, station: Station) -> None:
        super().__init__(
            _("“%(station)s” is not a station of this city.") % {"station": station}, field="stations"
        )


def create_link(
    *, by: Member, project: Project, city: City, stations: Iterable[Station] = (), **fields: Any
) -> ProjectAirLink:
    require(may_link_city(by, project, city))
    _refuse_stations_of_another_city(city, stations)
    link = ProjectAirLink(project=project, city=city, **fields)
    return keep_new(by=by, record=link, stations=list(stations))


@transaction.atomic
def edit_link(
    *, by: Member, link: ProjectAirLink, seen_version: int | None = None, **changes: Any
) -> ProjectAirLink:
    locked = lock(link)
    require(may_edit_link(by, locked))
    city = changes.get("city", locked.city)
    require(may_link_city(by, locked.project, city))
    _refuse_stations_of_another_city(city, changes.get("stations", locked.stations.all()))
    return keep_changes(by=by, record=locked, changes=changes, seen_version=seen_version)


def delete_link(*, by: Member, link: ProjectAirLink) -> None:
    require(may_edit_link(by, link))
    keep_deletion(by=by, record=link)


def _refuse_stations_of_another_city(city: City, stations: Iterable[Station]) -> None:
    for station in stations:
        if station.city_id != city.pk:
            raise StationOfAnotherCity(station)
