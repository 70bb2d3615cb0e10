from typing import Any

from tests.factories.meeting_report import published_report
from tests.permission_matrix import Row, World, of_everybody


def of_published_checksum(_world: World) -> list[Any]:
    return [published_report().meeting.editions.first().sha256]


def of_unknown_checksum(_world: World) -> list[Any]:
    return ["f" * 64]


ROWS = [
    Row("verification", **of_everybody(200)),
    Row("verification", method="post", **of_everybody(422)),
    Row("api-edition-by-checksum", of_published_checksum, **of_everybody(200)),
    Row("api-edition-by-checksum", of_unknown_checksum, **of_everybody(404)),
]
