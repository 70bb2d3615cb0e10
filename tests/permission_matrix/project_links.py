from typing import Any

from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.project import ProjectFactory
from tests.permission_matrix import Row, Status, World, of_members


def of_project(world: World) -> list[Any]:
    return [ProjectFactory(subcommittee=world.subcommittee).pk]


def of_link(world: World) -> list[Any]:
    project = ProjectFactory(subcommittee=world.subcommittee)
    return [ProjectAirLinkFactory(project=project, city=world.seoul).pk]


def of_linkers(status: int, *, liaison: Status | None = None) -> dict[str, Any]:
    """Secretariats, the project's co-leads and liaison officers, these for their own city's air."""
    linkers = dict.fromkeys(("secretariat", "co_lead", "liaison"), status)
    return of_members(403) | linkers | ({} if liaison is None else {"liaison": liaison})


ROWS = [
    Row("air_link_new", of_project, **of_linkers(200)),
    Row("air_link_new", of_project, method="post", **of_linkers(422)),
    Row("air_link_edit", of_link, **of_linkers(200, liaison=(200, 403))),
    Row("air_link_edit", of_link, method="post", **of_linkers(422, liaison=(422, 403))),
    Row("air_link_delete", of_link, **of_linkers(200, liaison=(200, 403))),
    Row("air_link_delete", of_link, method="post", **of_linkers(302, liaison=(302, 403))),
]
