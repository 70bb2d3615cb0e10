from typing import Any

from django.conf import settings
from django.core import signing

from committee.members.models import Role
from committee.notices.choosing import SALT
from committee.notices.models import Way
from tests.factories.member import member_with
from tests.factories.notice import told
from tests.permission_matrix import Row, World, of_everybody, of_members


def of_somebody_else(world: World) -> list[Any]:
    return [told(member_with(Role.OBSERVER, world.seoul)).pk]


def of_the_liaison_officer(world: World) -> list[Any]:
    return [told(world.members["liaison"][0]).pk]


def of_a_mail(world: World) -> list[Any]:
    return [signing.dumps([world.members["liaison"][0].pk, "gap"], salt=SALT)]


def of_a_forged_mail(_world: World) -> list[Any]:
    return ["WzEsImdhcCJd:forged:signature"]


def every_way(_world: World) -> dict[str, Any]:
    return dict.fromkeys(settings.NOTICE_KINDS, Way.DAILY)


ROWS = [
    Row("notice_choices", **of_members(200)),
    Row("notice_choices", method="post", **of_members(422)),
    Row("notice_choices", method="post", form=every_way, **of_members(302)),
    Row("notice_stop", of_a_mail, **of_everybody(200)),
    Row("notice_stop", of_a_mail, method="post", **of_everybody(200)),
    Row("notice_stop", of_a_forged_mail, **of_everybody(404)),
    Row("notice_stop", of_a_forged_mail, method="post", **of_everybody(404)),
    Row("notice_list", **of_members(200)),
    Row("notices_all_read", **of_members(302)),
    Row("notices_all_read", method="post", **of_members(302)),
    Row("notice_open", of_somebody_else, **of_members(404)),
    Row("notice_open", of_somebody_else, method="post", **of_members(404)),
    Row("notice_open", of_the_liaison_officer, method="post", **of_members(404) | {"liaison": (302, 404)}),
    Row("api-notice-list", **of_members(200, anonymous=403)),
    Row("api-notice-detail", of_somebody_else, **of_members(404, anonymous=403)),
]
