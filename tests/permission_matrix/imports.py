from typing import Any

from committee.imports.models import ImportedList
from tests.factories.imported_list import ImportedListFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_agreements(_world: World) -> list[Any]:
    return ["agreements"]


def of_projects(_world: World) -> list[Any]:
    return ["projects"]


def of_members_list(_world: World) -> list[Any]:
    return ["members"]


def of_nothing_known(_world: World) -> list[Any]:
    return ["weather"]


def handed_in_by_the_secretariat(world: World) -> list[Any]:
    by = world.members["secretariat"][0]
    ImportedList.objects.of(by).delete()
    return [ImportedListFactory(by=by).pk]


OF_WHO_KEEPS_PROJECTS = of_secretariat(200) | {"co_lead": 200, "elsewhere": 200}
OF_WHO_HANDED_IT_IN = of_members(404) | {"secretariat": (200, 404)}

ROWS = [
    Row("import_new", of_agreements, **of_secretariat(200)),
    Row("import_new", of_agreements, method="post", **of_secretariat(422)),
    Row("import_new", of_members_list, **of_secretariat(200)),
    Row("import_new", of_projects, **OF_WHO_KEEPS_PROJECTS),
    Row("import_new", of_nothing_known, **of_members(404)),
    Row("import_template", of_agreements, **of_secretariat(200)),
    Row("import_preview", handed_in_by_the_secretariat, **OF_WHO_HANDED_IT_IN),
    Row("import_take_over", handed_in_by_the_secretariat, **of_members(302)),
    Row(
        "import_take_over",
        handed_in_by_the_secretariat,
        method="post",
        **of_members(404) | {"secretariat": (422, 404)},
    ),
]
