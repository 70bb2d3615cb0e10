from typing import Any

from tests.factories.list_filter import ListFilterFactory
from tests.permission_matrix import Row, World, of_members


def of_somebody_else(_world: World) -> list[Any]:
    return [ListFilterFactory().pk]


def of_the_liaison_officer(world: World) -> list[Any]:
    return [ListFilterFactory(member=world.members["liaison"][0]).pk]


ROWS = [
    # Without the name of a list there is none.
    Row("filters", **of_members(404)),
    Row("filters", method="post", **of_members(404)),
    Row("filter_forget", of_somebody_else, **of_members(404)),
    Row("filter_forget", of_the_liaison_officer, **of_members(404) | {"liaison": (302, 404)}),
    Row("filter_forget", of_the_liaison_officer, method="post", **of_members(404) | {"liaison": (302, 404)}),
]
