from typing import Any

from tests.factories.project_kind import KindFigureFactory, KindIndicatorFactory, ProjectKindFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_kind(_world: World) -> list[Any]:
    return [ProjectKindFactory().pk]


def of_figure(_world: World) -> list[Any]:
    return [KindFigureFactory().pk]


def of_indicator(_world: World) -> list[Any]:
    return [KindIndicatorFactory().pk]


ROWS = [
    Row("project_kind_list", **of_members(200)),
    Row("project_kind", of_kind, **of_members(200)),
    Row("project_kind_new", **of_secretariat(200)),
    Row("project_kind_new", method="post", **of_secretariat(422)),
    Row("project_kind_edit", of_kind, **of_secretariat(200)),
    Row("project_kind_edit", of_kind, method="post", **of_secretariat(422)),
    Row("project_kind_delete", of_kind, **of_secretariat(200)),
    Row("project_kind_delete", of_kind, method="post", **of_secretariat(302)),
    Row("kind_figure_new", of_kind, **of_secretariat(200)),
    Row("kind_figure_new", of_kind, method="post", **of_secretariat(422)),
    Row("kind_figure_edit", of_figure, **of_secretariat(200)),
    Row("kind_figure_delete", of_figure, **of_secretariat(200)),
    Row("kind_figure_delete", of_figure, method="post", **of_secretariat(302)),
    Row("kind_indicator_new", of_kind, **of_secretariat(200)),
    Row("kind_indicator_new", of_kind, method="post", **of_secretariat(422)),
    Row("kind_indicator_edit", of_indicator, **of_secretariat(200)),
    Row("kind_indicator_delete", of_indicator, **of_secretariat(200)),
    Row("kind_indicator_delete", of_indicator, method="post", **of_secretariat(302)),
    Row("api-project-kind-list", **of_members(200, anonymous=403)),
    Row("api-project-kind-detail", of_kind, **of_members(200, anonymous=403)),
]
