"""What members do with the links between projects and air quality."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from celery import signature
from django.conf import settings
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

    def __init__(self, station: Station, field: str) -> None:
        super().__init__(
            _("“%(station)s” is not a station of this city.") % {"station": station}, field=field
        )


class ControlsNotBeside(BrokenRule):
    """Control stations stand beside a link's own ones; without these, or as these, they compare nothing."""

    def __init__(self) -> None:
        super().__init__(
            _("Control stations are other ones than the stations of the link, which must be chosen too."),
            field="control_stations",
        )


@transaction.atomic
def create_link(
    *,
    by: Member,
    project: Project,
    city: City,
    stations: Iterable[Station] = (),
    control_stations: Iterable[Station] = (),
    **fields: Any,
) -> ProjectAirLink:
    require(may_link_city(by, project, city))
    own, controls = list(stations), list(control_stations)
    _refuse_wrong_stations(city, own, controls)
    link = ProjectAirLink(project=project, city=city, **fields)
    keep_new(by=by, record=link, stations=own, control_stations=controls)
    _tell_changed()
    return link


@transaction.atomic
def edit_link(
    *, by: Member, link: ProjectAirLink, seen_version: int | None = None, **changes: Any
) -> ProjectAirLink:
    locked = lock(link)
    require(may_edit_link(by, locked))
    city = changes.get("city", locked.city)
    require(may_link_city(by, locked.project, city))
    own = list(changes.get("stations", locked.stations.all()))
    controls = list(changes.get("control_stations", locked.control_stations.all()))
    _refuse_wrong_stations(city, own, controls)
    changed = keep_changes(by=by, record=locked, changes=changes, seen_version=seen_version)
    _tell_changed()
    return changed


def delete_link(*, by: Member, link: ProjectAirLink) -> None:
    require(may_edit_link(by, link))
    keep_deletion(by=by, record=link)


def _refuse_wrong_stations(city: City, own: Sequence[Station], controls: Sequence[Station]) -> None:
    for field, stations in (("stations", own), ("control_stations", controls)):
        for station in stations:
            if station.city_id != city.pk:
                raise StationOfAnotherCity(station, field)
    if controls and (not own or {*own} & {*controls}):
        raise ControlsNotBeside


def _tell_changed() -> None:
    """Have the rooms above compute from the link; they are named, because this one knows no room above it."""
    for task in settings.AFTER_AIR_LINK_CHANGED:
        # Robust: with the queue out of reach the schedule finds the link.
        transaction.on_commit(partial(signature(task).delay), robust=True)
