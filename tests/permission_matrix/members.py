from typing import Any

from committee.members.models import Role
from tests.factories.member import MemberFactory, member_with
from tests.factories.subcommittee import SubcommitteeFactory
from tests.permission_matrix import Row, Status, World, of_members, of_secretariat


def of_member(world: World) -> list[Any]:
    return [member_with(Role.OBSERVER, world.seoul).pk]


def of_reachable_member(world: World) -> list[Any]:
    return [MemberFactory(city=world.seoul, email="new@seoul.example").pk]


def of_post(world: World) -> list[Any]:
    return [member_with(Role.OBSERVER, world.seoul).posts.get().pk]


def of_lead(world: World) -> list[Any]:
    return [member_with(Role.CO_LEAD, world.seoul, SubcommitteeFactory(code="culture")).posts.get().pk]


def to_a_colleague(world: World) -> dict[str, Any]:
    return {"member": member_with(Role.OBSERVER, world.seoul).pk, "held_from": "2030-01-01"}


def of_own_secretariat(status: int) -> dict[str, Any]:
    """The member is of Seoul, so Beijing's secretariat is refused as everybody else is."""
    pair: Status = (status, 403)
    return of_secretariat(pair)


ROWS = [
    Row("member_list", **of_members(200)),
    Row("member", of_member, **of_members(200)),
    Row("member_new", **of_secretariat(200)),
    Row("member_new", method="post", **of_secretariat(422)),
    Row("member_edit", of_member, **of_own_secretariat(200)),
    Row("member_edit", of_member, method="post", **of_own_secretariat(422)),
    Row("member_delete", of_member, **of_own_secretariat(200)),
    Row("member_delete", of_member, method="post", **of_own_secretariat(302)),
    Row("member_sign_in_link", of_member, **of_members(302)),
    Row("member_sign_in_link", of_member, method="post", **of_own_secretariat(200)),
    Row("member_invite", of_member, **of_members(302)),
    Row("member_invite", of_member, method="post", **of_own_secretariat(422)),
    Row("member_invite", of_reachable_member, method="post", **of_own_secretariat(302)),
    Row("post_new", of_member, **of_own_secretariat(200)),
    Row("post_new", of_member, method="post", **of_own_secretariat(422)),
    Row("post_edit", of_post, **of_own_secretariat(200)),
    Row("post_edit", of_post, method="post", **of_own_secretariat(422)),
    Row("post_delete", of_post, **of_own_secretariat(200)),
    Row("post_delete", of_post, method="post", **of_own_secretariat(302)),
    Row("post_pass_on", of_lead, **of_own_secretariat(200)),
    Row("post_pass_on", of_lead, method="post", **of_own_secretariat(422)),
    Row("post_pass_on", of_lead, method="post", form=to_a_colleague, **of_own_secretariat(302)),
    Row("api-member-list", **of_members(200, anonymous=403)),
    Row("api-member-detail", of_member, **of_members(200, anonymous=403)),
]
