from typing import Any

from tests.factories.foreword import ForewordFactory
from tests.factories.meeting import MeetingFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_seoul(world: World) -> list[Any]:
    return [ForewordFactory(city=world.seoul).pk]


ROWS = [
    Row("forewords", of_meeting, **of_members(200)),
    Row("foreword_new", of_meeting, **of_secretariat(200)),
    Row("foreword_new", of_meeting, method="post", **of_secretariat(422)),
    Row("foreword_edit", of_seoul, **of_secretariat((200, 403))),
    Row("foreword_edit", of_seoul, method="post", **of_secretariat((422, 403))),
    Row("foreword_document_new", of_seoul, **of_secretariat((200, 403))),
    Row("foreword_document_new", of_seoul, method="post", **of_secretariat((422, 403))),
    Row("foreword_delete", of_seoul, **of_secretariat((200, 403))),
    Row("foreword_delete", of_seoul, method="post", **of_secretariat((302, 403))),
    Row("api-foreword-list", **of_members(200, anonymous=403)),
    Row("api-foreword-detail", of_seoul, **of_members(200, anonymous=403)),
]
