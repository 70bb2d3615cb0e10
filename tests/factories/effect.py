"""Links of which the air was computed."""

import datetime

from environment.effects.following import ask
from environment.effects.keeping import compute
from environment.models import AirEffect, ProjectAirLink

NOW = datetime.datetime(2021, 6, 1, tzinfo=datetime.UTC)


def computed(link: ProjectAirLink, now: datetime.datetime = NOW) -> AirEffect:
    """Return what was computed for a link from the values as they are."""
    ask(link, now, change=0)
    compute(link.pk, now)
    return AirEffect.objects.with_figures().get(pk=link.pk)
