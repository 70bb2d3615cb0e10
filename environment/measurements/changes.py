"""Tells the rooms above which days of which air changed, whatever changed them.

A room that computes from the air keeps, for each city, the id of the last change it worked through, and
works through later ones when it is told (`AFTER_AIR_CHANGED`) or when the schedule reminds it. Whoever
changes a city's days holds that city's lock, so the ids of one city become visible in their order.
"""

import datetime
from collections.abc import Iterable, Mapping
from functools import partial

from celery import signature
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from committee.cities.models import City
from environment.measurements.models import AirChange, Delivery
from environment.measurements.periods import stretches_of
from environment.sources.clock import LocalClock

# Days not further apart than this are told as one stretch, so that scattered days make few rows.
NEAR = 4


def note_changes(
    *,
    city: City,
    averaging: str,
    changed_days: Mapping[str, Iterable[datetime.date]],
    delivery: Delivery | None = None,
) -> list[AirChange]:
    """Keep which local days changed by pollutant, and have the rooms above told when this is committed.

    The caller holds the lock of the city and a transaction.
    """
    clock, now = LocalClock(city.time_zone), timezone.now()
    changes = [
        AirChange(
            city=city,
            pollutant=pollutant,
            averaging=averaging,
            first_day=first,
            last_day=last,
            first_hour=clock.start(first) + 1,
            last_hour=clock.end(last),
            changed_at=now,
            delivery=delivery,
        )
        for pollutant, days in sorted(changed_days.items())
        for first, last in stretches_of(days, apart=NEAR)
    ]
    AirChange.objects.bulk_create(changes, batch_size=500)
    if changes:
        for task in settings.AFTER_AIR_CHANGED:
            # By name: the rooms that compute from the air stand above this one. Robust: with the queue out
            # of reach the schedule finds the rows.
            transaction.on_commit(partial(signature(task).delay), robust=True)
    return changes
