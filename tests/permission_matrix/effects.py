from typing import Any

from environment.models import ProjectAirLink
from tests.factories.effect import computed
from tests.permission_matrix import Row, World, of_members
from tests.permission_matrix.project_links import of_link, of_project


def of_effect(world: World) -> list[Any]:
    (link,) = of_link(world)
    computed(ProjectAirLink.objects.get(pk=link))
    return [link]


ROWS = [
    Row("project_air", of_project, **of_members(200)),
    Row("air_effect", of_link, **of_members(200)),
    # Nothing was computed, so there is nothing to draw.
    Row("air_effect_chart", of_link, **of_members(404)),
    Row("air_effect_csv", of_effect, **of_members(200)),
    Row("air_effect_xlsx", of_effect, **of_members(200)),
    Row("api-air-effect-list", **of_members(200, anonymous=403)),
    Row("api-air-effect-detail", of_effect, **of_members(200, anonymous=403)),
]
