from typing import Any

from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_city(world: World) -> list[Any]:
    return [world.seoul.pk]


ROWS = [
    Row("city_list", **of_members(200)),
    Row("city", of_city, **of_members(200)),
    Row("city_new", **of_secretariat(200)),
    Row("city_new", method="post", **of_secretariat(422)),
    Row("city_edit", of_city, **of_secretariat(200)),
    Row("city_edit", of_city, method="post", **of_secretariat(422)),
    Row("city_delete", of_city, **of_secretariat(200)),
    # It has members, so even a secretariat is refused.
    Row("city_delete", of_city, method="post", **of_secretariat(422)),
    Row("api-city-list", **of_members(200, anonymous=403)),
    Row("api-city-detail", of_city, **of_members(200, anonymous=403)),
]
