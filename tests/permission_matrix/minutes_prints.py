from typing import Any

from tests.factories.minutes import circulated_minutes, written_minutes
from tests.factories.minutes_print import MinutesPrintFactory, ReadyMinutesPrintFactory
from tests.permission_matrix import Row, World, of_members


def of_draft(_world: World) -> list[Any]:
    return [written_minutes().pk]


def of_circulated(_world: World) -> list[Any]:
    return [circulated_minutes().pk]


def of_ready(_world: World) -> list[Any]:
    return [ReadyMinutesPrintFactory(minutes=circulated_minutes()).pk]


def of_ready_draft(_world: World) -> list[Any]:
    return [ReadyMinutesPrintFactory(minutes=written_minutes()).pk]


def of_queued(_world: World) -> list[Any]:
    return [MinutesPrintFactory(minutes=circulated_minutes()).pk]


ROWS = [
    Row("minutes_prints", of_draft, **of_members((200, 404))),
    Row("minutes_prints", of_circulated, **of_members(200)),
    Row("minutes_prints", of_draft, method="post", **of_members((422, 404))),
    Row(
        "minutes_prints",
        of_circulated,
        method="post",
        form=lambda _world: {"language": "ko", "beside": "zh-hans"},
        **of_members(302),
    ),
    Row("minutes_print_download", of_ready, **of_members(200)),
    Row("minutes_print_download", of_ready_draft, **of_members((200, 404))),
    Row("minutes_print_download", of_queued, **of_members(404)),
]
