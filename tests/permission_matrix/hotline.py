import datetime
from typing import Any

from environment.models import Delivery
from tests.factories.held_delivery import held_delivery
from tests.factories.station import StationFactory
from tests.permission_matrix import Row, Status, World, of_everybody, of_members


def of_station(world: World) -> list[Any]:
    return [StationFactory(city=world.seoul).pk]


def of_delivery(world: World) -> list[Any]:
    received_at = datetime.datetime(2020, 3, 1, tzinfo=datetime.UTC)
    delivery = Delivery(source="seoul-hourly", city=world.seoul, name="march.csv", received_at=received_at)
    delivery.save()
    return [delivery.pk]


def of_city(world: World) -> list[Any]:
    return [world.seoul.code]


def of_liaison(status: Status) -> dict[str, Any]:
    """What only the hotline's liaison officers may do; a pair where it is for Seoul's alone."""
    return of_members(403) | {"liaison": status}


def of_held_delivery(_world: World) -> list[Any]:
    return [held_delivery().pk]


def accepting(_world: World) -> dict[str, Any]:
    return {"act": "accepted", "note": "Read off at the station: its clock is right."}


ROWS = [
    Row("air", **of_everybody(200)),
    Row("air_of_city", of_city, **of_everybody(200)),
    Row("air_waiting", **of_members(200)),
    Row("air_chart", **of_everybody(200)),
    Row("air_csv", **of_everybody(200)),
    Row("air_standards", **of_everybody(200)),
    Row("air_indices", **of_everybody(200)),
    Row("station_list", **of_members(200)),
    Row("station", of_station, **of_members(200)),
    Row("station_new", **of_liaison(200)),
    Row("station_new", method="post", **of_liaison(422)),
    Row("station_edit", of_station, **of_liaison((200, 403))),
    Row("station_edit", of_station, method="post", **of_liaison((422, 403))),
    Row("station_delete", of_station, **of_liaison((200, 403))),
    Row("station_delete", of_station, method="post", **of_liaison((302, 403))),
    Row("delivery_list", **of_members(200)),
    Row("delivery", of_delivery, **of_members(200)),
    Row("delivery_clock", of_delivery, **of_members(302)),
    # The hours are Seoul's: its officer decides.
    Row("delivery_clock", of_held_delivery, method="post", form=accepting, **of_liaison((302, 403))),
    Row("delivery_clock", of_held_delivery, method="post", **of_liaison((422, 403))),
    Row("api-station-list", **of_members(200, anonymous=403)),
    Row("api-station-detail", of_station, **of_members(200, anonymous=403)),
    # Without parameters the question is incomplete.
    Row("api-air-series", **of_members(400, anonymous=403)),
]
