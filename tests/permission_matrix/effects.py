from typing import Any

from environment.effects.following import ask
from environment.models import AirEffect, ProjectAirLink
from tests.factories.effect import NOW, computed
from tests.permission_matrix import Row, World, of_members
from tests.permission_matrix.project_links import of_link, of_linkers, of_project


def of_effect(world: World) -> list[Any]:
    (link,) = of_link(world)
    computed(ProjectAirLink.objects.get(pk=link))
    return [link]


def of_failed(world: World) -> list[Any]:
    (link,) = of_link(world)
    ask(ProjectAirLink.objects.get(pk=link), NOW, change=0)
    AirEffect.objects.update(state="failed", failure="ValueError")
    return [link]


ROWS = [
    Row("project_air", of_project, **of_members(200)),
    Row("air_effect", of_link, **of_members(200)),
    Row("air_effect_again", of_failed, **of_members(302)),
    Row("air_effect_again", of_failed, method="post", **of_linkers(302, liaison=(302, 403))),
    # Nothing was computed, so there is nothing to draw.
    Row("air_effect_chart", of_link, **of_members(404)),
    Row("air_effect_csv", of_effect, **of_members(200)),
    Row("air_effect_xlsx", of_effect, **of_members(200)),
    Row("api-air-effect-list", **of_members(200, anonymous=403)),
    Row("api-air-effect-detail", of_effect, **of_members(200, anonymous=403)),
]
