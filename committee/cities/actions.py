"""What the secretariats do with cities. `by` is a member; that room stands above this one."""

from typing import Any

from committee.cities.models import City
from committee.cities.permissions import may_keep_cities
from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.pages.permissions import require


def create_city(*, by: Any, **fields: Any) -> City:
    require(may_keep_cities(by))
    return keep_new(by=by, record=City(**fields))


def edit_city(*, by: Any, city: City, seen_version: int | None = None, **changes: Any) -> City:
    require(may_keep_cities(by))
    return keep_changes(by=by, record=city, changes=changes, seen_version=seen_version)


def delete_city(*, by: Any, city: City) -> None:
    """Delete a city that nothing names yet.

    Raises:
        StillNeeded: when it has members, meetings, stations …
    """
    require(may_keep_cities(by))
    keep_deletion(by=by, record=city)
