"""What the demonstration shows of projects and the air: the figures are there at once, without a worker."""

import datetime

from environment.effects.following import bring_up_to_date, due
from environment.effects.keeping import compute


def show_effects(*, now: datetime.datetime) -> None:
    bring_up_to_date(now)
    for link_id in due(now):
        compute(link_id, now)
