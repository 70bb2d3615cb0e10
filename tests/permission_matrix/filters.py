from typing import Any

from tests.factories.list_filter import ListFilterFactory
from tests.permission_matrix import Row, World, of_members


def of_no_list(_world: World) -> list[Any]:
    return ["home"]


def of_a_list(_world: World) -> list[Any]:
    return ["meeting_list"]


def of_somebody_else(_world: World) -> list[Any]:
    return [ListFilterFactory().pk]


def of_the_liaison_officer(world: World) -> list[Any]:
    return [ListFilterFactory(member=world.members["liaison"][0]).pk]


ROWS = [
    Row("filters", of_no_list, **of_members(404)),
    Row("filters", of_a_list, **of_members(200)),
    Row("filters", of_a_list, method="post", **of_members(422)),
    Row("filter_forget", of_somebody_else, **of_members(404)),
    Row("filter_forget", of_the_liaison_officer, **of_members(404) | {"liaison": (302, 404)}),
    Row("filter_forget", of_the_liaison_officer, method="post", **of_members(404) | {"liaison": (302, 404)}),
]
