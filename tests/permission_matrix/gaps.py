from typing import Any

from environment.gaps.actions import answer_gap
from tests.factories.gap import GapFactory
from tests.permission_matrix import Row, World, of_members


def of_gap(world: World) -> list[Any]:
    return [GapFactory(city=world.seoul).pk]


def of_answered_gap(world: World) -> list[Any]:
    officer = world.members["liaison"][0]
    notice = answer_gap(by=officer, notice=GapFactory(city=world.seoul), reason="power", answer="")
    return [notice.pk]


SENDING = of_members(403) | {"liaison": (200, 403)}
RECEIVING = of_members(403) | {"liaison": (403, 200)}

ROWS = [
    Row("gap_list", **of_members(200)),
    Row("gap", of_gap, **of_members(200)),
    Row("gap_answer", of_gap, **SENDING),
    Row("gap_answer", of_gap, method="post", **(SENDING | {"liaison": (422, 403)})),
    Row("gap_close", of_answered_gap, **RECEIVING),
    Row("gap_close", of_answered_gap, method="post", **(RECEIVING | {"liaison": (403, 422)})),
    # What nobody has answered is not closed yet.
    Row("gap_close", of_gap, **of_members(403)),
]
