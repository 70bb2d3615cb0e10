from typing import Any

from tests.factories.promise import PromiseFactory
from tests.permission_matrix import Row, Status, World, of_members


def of_promise(world: World) -> list[Any]:
    return [PromiseFactory(city=world.seoul).pk]


def of_day(world: World) -> list[Any]:
    return [world.seoul.code, "2020-03-01"]


def of_keepers(status: Status) -> dict[str, Any]:
    """What liaison officers and secretariats may do; a pair where it is for Seoul's alone."""
    return of_members(403) | {"liaison": status, "secretariat": status}


ROWS = [
    Row("ledger", **of_members(200)),
    Row("ledger_chart", **of_members(200)),
    Row("ledger_csv", **of_members(200)),
    Row("ledger_xlsx", **of_members(200)),
    Row("ledger_day", of_day, **of_members(200)),
    Row("promise_list", **of_members(200)),
    Row("promise", of_promise, **of_members(200)),
    Row("promise_new", **of_keepers(200)),
    Row("promise_new", method="post", **of_keepers(422)),
    Row("promise_edit", of_promise, **of_keepers((200, 403))),
    Row("promise_edit", of_promise, method="post", **of_keepers((422, 403))),
    Row("promise_follow", of_promise, **of_keepers((200, 403))),
    Row("promise_follow", of_promise, method="post", **of_keepers((422, 403))),
    Row("promise_delete", of_promise, **of_keepers((200, 403))),
    Row("promise_delete", of_promise, method="post", **of_keepers((302, 403))),
]
