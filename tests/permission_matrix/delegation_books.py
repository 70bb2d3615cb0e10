from typing import Any

from tests.factories.book import BookFactory, ReadyBookFactory
from tests.factories.delegation import announced
from tests.permission_matrix import MEMBER_ROLES, Row, World, of_members


def of_announced(world: World) -> list[Any]:
    return [announced(world.seoul).pk]


def of_ready(world: World) -> list[Any]:
    return [ReadyBookFactory(delegation=announced(world.seoul)).pk]


def of_queued(world: World) -> list[Any]:
    return [BookFactory(delegation=announced(world.seoul)).pk]


def of_seoul_only(status: int, *, secretariat: int | None = None, anonymous: int = 302) -> dict[str, Any]:
    """What Beijing does not see, though it sees the delegation."""
    answers = {"anonymous": anonymous} | dict.fromkeys(MEMBER_ROLES, (status, 404))
    return answers | {"secretariat": (secretariat or status, 404)}


ROWS = [
    Row("delegation_books", of_announced, **of_seoul_only(200)),
    Row("delegation_books", of_announced, method="post", **of_seoul_only(403, secretariat=422)),
    Row(
        "delegation_books",
        of_announced,
        method="post",
        form=lambda _world: {"language": "ko"},
        **of_seoul_only(403, secretariat=302),
    ),
    Row("delegation_book_download", of_ready, **of_seoul_only(200)),
    Row("delegation_book_download", of_queued, **of_members(404)),
    Row("api-delegation-book-list", **of_members(200, anonymous=403)),
    Row("api-delegation-book-detail", of_ready, **of_seoul_only(200, anonymous=403)),
]
