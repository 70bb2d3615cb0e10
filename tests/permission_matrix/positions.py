from typing import Any

from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.commitment import CommitmentFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.position import PositionFactory, released
from tests.permission_matrix import MEMBER_ROLES, Row, World, of_members


def of_commitment(world: World) -> list[Any]:
    return [CommitmentFactory(subcommittee=world.subcommittee).pk]


def of_agenda_item(world: World) -> list[Any]:
    return [AgendaItemFactory(subcommittee=world.subcommittee).pk]


def of_common_agenda_item(_world: World) -> list[Any]:
    return [AgendaItemFactory().pk]


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_seoul(world: World) -> list[Any]:
    return [PositionFactory(city=world.seoul, commitment__subcommittee=world.subcommittee).pk]


def of_seoul_released(world: World) -> list[Any]:
    return [released(world.seoul, commitment__subcommittee=world.subcommittee).pk]


def of_seoul_only(status: int, *, writers: int | None = None, anonymous: int = 302) -> dict[str, Any]:
    """What Beijing does not see, and who of Seoul writes it."""
    answers = {"anonymous": anonymous} | dict.fromkeys(MEMBER_ROLES, (status, 404))
    return answers | dict.fromkeys(("secretariat", "co_lead"), (writers or status, 404))


def of_writers(status: int) -> dict[str, Any]:
    return of_members(403) | {"secretariat": status, "co_lead": status}


def of_writers_of_seoul(status: int) -> dict[str, Any]:
    return of_members(403) | {"secretariat": (status, 403), "co_lead": (status, 403)}


ROWS = [
    Row("position_list", **of_members(200)),
    Row("positions_for_meeting", of_meeting, **of_members(200)),
    Row("position", of_seoul, **of_seoul_only(200)),
    Row("position", of_seoul_released, **of_members(200)),
    Row("commitment_position_new", of_commitment, **of_writers(200)),
    Row("commitment_position_new", of_commitment, method="post", **of_writers(422)),
    Row("agenda_item_position_new", of_agenda_item, **of_writers(200)),
    Row("agenda_item_position_new", of_common_agenda_item, **of_members(403) | {"secretariat": 200}),
    Row("agenda_item_position_new", of_agenda_item, method="post", **of_writers(422)),
    Row("position_edit", of_seoul, **of_seoul_only(403, writers=200)),
    Row("position_edit", of_seoul_released, **of_writers_of_seoul(200)),
    Row("position_edit", of_seoul_released, method="post", **of_writers_of_seoul(422)),
    Row("position_delete", of_seoul, **of_seoul_only(403, writers=200)),
    Row("position_delete", of_seoul, method="post", **of_seoul_only(403, writers=302)),
    Row("position_delete", of_seoul_released, method="post", **of_writers_of_seoul(422)),
    Row("position_release", of_seoul, **of_members(302)),
    Row("position_release", of_seoul, method="post", **of_seoul_only(403, writers=302)),
    Row("position_release", of_seoul_released, method="post", **of_writers_of_seoul(422)),
    Row("api-position-list", **of_members(200, anonymous=403)),
    Row("api-position-detail", of_seoul, **of_seoul_only(200, anonymous=403)),
    Row("api-position-detail", of_seoul_released, **of_members(200, anonymous=403)),
]
