from typing import Any

from tests.factories.episode import EpisodeFactory
from tests.permission_matrix import Row, World, of_members


def of_episode(world: World) -> list[Any]:
    return [EpisodeFactory(city=world.seoul).pk]


ROWS = [
    Row("episode_list", **of_members(200)),
    Row("episodes_csv", **of_members(200)),
    Row("episodes_xlsx", **of_members(200)),
    Row("episode", of_episode, **of_members(200)),
    Row("episode_chart", of_episode, **of_members(200)),
    Row("api-episode-list", **of_members(200, anonymous=403)),
    Row("api-episode-detail", of_episode, **of_members(200, anonymous=403)),
]
