"""What officers decided about rejected readings of a delivery; the counts of that day stay as they were."""

import datetime
from collections import Counter
from typing import NamedTuple

from django.db.models import Count, F, Max
from django.db.models.functions import Coalesce

from environment.measurements.models import Delivery, RejectedReading

State = RejectedReading.State


class Afterwards(NamedTuple):
    """How many rejected readings wait, were released or discarded, and what is accepted by now."""

    waiting: int
    released: int
    discarded: int
    accepted: int
    latest_decision_at: datetime.datetime | None


def decided_afterwards(delivery: Delivery) -> Afterwards:
    """Return what became of rejected readings; one received before shares the fate of the first."""
    if not delivery.rejected:
        return Afterwards(0, 0, 0, delivery.values, None)
    fates = (
        RejectedReading.objects.filter(delivery=delivery)
        .order_by()
        .values(fate=Coalesce(F("repeats__state"), F("state")))
        .annotate(readings=Count("pk"), latest=Max(Coalesce(F("repeats__decision__at"), F("decision__at"))))
    )
    counts, moments = Counter[str](), list[datetime.datetime]()
    for fate in fates:
        counts[fate["fate"]] += fate["readings"]
        moments += [fate["latest"]] if fate["latest"] else []
    return Afterwards(
        counts[State.WAITING],
        counts[State.RELEASED],
        counts[State.DISCARDED],
        delivery.values + counts[State.RELEASED],
        max(moments, default=None),
    )
