"""Which records are public."""

import datetime

from django.db.models import QuerySet

from committee.agreements.models import Agreement
from committee.cities.models import City


def agreements_in_force(now: datetime.datetime) -> QuerySet[Agreement]:
    """Return the agreements in force at `now`; their last day ends where it ends last, newest first."""
    days = [now.astimezone(city.zone).date() for city in City.objects.all()] or [now.date()]
    binding = Agreement.objects.in_force_on(min(days))
    return binding.select_related("meeting").order_by("-signed_on", "-pk")
