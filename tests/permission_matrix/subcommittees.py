from typing import Any

from tests.factories.subcommittee import SubcommitteeFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_subcommittee(_world: World) -> list[Any]:
    return [SubcommitteeFactory(code="culture", name_en="Culture and tourism").pk]


ROWS = [
    Row("post_list", **of_members(200)),
    Row("subcommittee_list", **of_members(200)),
    Row("subcommittee", of_subcommittee, **of_members(200)),
    Row("subcommittee_new", **of_secretariat(200)),
    Row("subcommittee_new", method="post", **of_secretariat(422)),
    Row("subcommittee_edit", of_subcommittee, **of_secretariat(200)),
    Row("subcommittee_edit", of_subcommittee, method="post", **of_secretariat(422)),
    Row("subcommittee_delete", of_subcommittee, **of_secretariat(200)),
    Row("subcommittee_delete", of_subcommittee, method="post", **of_secretariat(302)),
    Row("api-subcommittee-list", **of_members(200, anonymous=403)),
    Row("api-subcommittee-detail", of_subcommittee, **of_members(200, anonymous=403)),
]
