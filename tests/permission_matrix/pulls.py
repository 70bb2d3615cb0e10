from typing import Any

from environment.pulls.actions import create_pull
from tests.permission_matrix import Row, World, of_members


def of_pull(world: World) -> list[Any]:
    return [create_pull(by=world.members["liaison"][0], service="RealtimeCityAir").pk]


def of_liaison(status: int) -> dict[str, Any]:
    return of_members(403) | {"liaison": status}


ROWS = [
    Row("pull_list", **of_members(200)),
    Row("pull", of_pull, **of_members(200)),
    Row("pull_new", **of_liaison(200)),
    Row("pull_new", method="post", **of_liaison(422)),
    Row("pull_edit", of_pull, **of_liaison(200)),
    Row("pull_edit", of_pull, method="post", **of_liaison(422)),
    Row("pull_run", of_pull, **(of_members(302) | {"observer": 302})),
    Row("pull_run", of_pull, method="post", **of_liaison(302)),
    Row("pull_delete", of_pull, **of_liaison(200)),
    Row("pull_delete", of_pull, method="post", **of_liaison(302)),
]
