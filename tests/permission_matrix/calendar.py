from typing import Any

from committee.calendar.actions import make_feed
from committee.members.models import Role
from tests.factories.member import member_with
from tests.permission_matrix import Row, World, of_everybody, of_members


def of_a_member(world: World) -> list[Any]:
    return [make_feed(by=member_with(Role.OBSERVER, world.seoul))]


def of_nobody(_world: World) -> list[Any]:
    return ["guessed"]


def of_one_whose_post_ended(world: World) -> list[Any]:
    member = member_with(Role.OBSERVER, world.seoul)
    token = make_feed(by=member)
    member.posts.all().delete()
    return [token]


def of_one_who_left(world: World) -> list[Any]:
    member = member_with(Role.OBSERVER, world.seoul)
    token = make_feed(by=member)
    member.is_active = False
    member.save()
    return [token]


def a_zone(_world: World) -> dict[str, Any]:
    return {"time_zone": "Europe/Paris"}


def no_zone(_world: World) -> dict[str, Any]:
    return {"time_zone": "Nowhere"}


ROWS = [
    Row("calendar", **of_members(200)),
    Row("calendar_list", **of_members(200)),
    Row("calendar_settings", **of_members(200)),
    Row("calendar_settings", method="post", form=a_zone, **of_members(302)),
    Row("calendar_settings", method="post", form=no_zone, **of_members(422)),
    Row("calendar_feed_new", **of_members(302)),
    Row("calendar_feed_new", method="post", **of_members(200)),
    Row("calendar_feed_end", **of_members(302)),
    Row("calendar_feed_end", method="post", **of_members(302)),
    # Whoever has the secret address reads it, signed in or not.
    Row("calendar_feed", of_a_member, **of_everybody(200)),
    Row("calendar_feed", of_nobody, **of_everybody(404)),
    Row("calendar_feed", of_one_whose_post_ended, **of_everybody(404)),
    Row("calendar_feed", of_one_who_left, **of_everybody(404)),
    Row("calendar_public_feed", **of_everybody(200)),
]
