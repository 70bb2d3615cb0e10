from typing import Any

from committee.members.models import Role
from tests.factories.member import member_with
from tests.factories.notice import told
from tests.permission_matrix import Row, World, of_members


def of_somebody_else(world: World) -> list[Any]:
    return [told(member_with(Role.OBSERVER, world.seoul)).pk]


def of_the_liaison_officer(world: World) -> list[Any]:
    return [told(world.members["liaison"][0]).pk]


ROWS = [
    Row("notice_list", **of_members(200)),
    Row("notices_all_read", **of_members(302)),
    Row("notices_all_read", method="post", **of_members(302)),
    Row("notice_open", of_somebody_else, **of_members(404)),
    Row("notice_open", of_somebody_else, method="post", **of_members(404)),
    Row("notice_open", of_the_liaison_officer, method="post", **of_members(404) | {"liaison": (302, 404)}),
    Row("api-notice-list", **of_members(200, anonymous=403)),
    Row("api-notice-detail", of_somebody_else, **of_members(404, anonymous=403)),
]
