from typing import Any

from tests.factories.meeting import MeetingFactory
from tests.factories.programme_entry import ProgrammeEntryFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_entry(_world: World) -> list[Any]:
    return [ProgrammeEntryFactory().pk]


ROWS = [
    Row("programme_list", **of_members(200)),
    Row("programme", of_meeting, **of_members(200)),
    Row("programme_entry_new", of_meeting, **of_secretariat(200)),
    Row("programme_entry_new", of_meeting, method="post", **of_secretariat(422)),
    Row("programme_entry_edit", of_entry, **of_secretariat(200)),
    Row("programme_entry_edit", of_entry, method="post", **of_secretariat(422)),
    Row("programme_entry_delete", of_entry, **of_secretariat(200)),
    Row("programme_entry_delete", of_entry, method="post", **of_secretariat(302)),
    Row("api-programme-list", **of_members(200, anonymous=403)),
    Row("api-programme-detail", of_entry, **of_members(200, anonymous=403)),
]
