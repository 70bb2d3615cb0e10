from typing import Any

from tests.factories.hand_over import HandOverFactory, leaving_co_lead
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_post(_world: World) -> list[Any]:
    return [leaving_co_lead().pk]


def of_written(_world: World) -> list[Any]:
    post = leaving_co_lead()
    HandOverFactory(post=post)
    return [post.pk]


def of_liaison_officer(world: World) -> list[Any]:
    """The post of the liaison officer of Seoul who asks."""
    return [world.members["liaison"][0].posts.get().pk]


ROWS = [
    Row("posts_changing", **of_secretariat(200)),
    Row("hand_over", of_post, **of_secretariat((200, 404), others=404)),
    Row("hand_over", of_liaison_officer, **of_secretariat((200, 404), others=404) | {"liaison": (200, 404)}),
    Row("hand_over_write", of_post, **of_secretariat((200, 404), others=404)),
    Row("hand_over_write", of_post, method="post", **of_secretariat((422, 404), others=404)),
    Row(
        "hand_over_write",
        of_liaison_officer,
        method="post",
        **of_secretariat((422, 404), others=404) | {"liaison": (422, 404)},
    ),
    Row("hand_over_take", of_post, **of_members(302)),
    Row("hand_over_take", of_written, method="post", **of_secretariat((403, 404), others=404)),
]
