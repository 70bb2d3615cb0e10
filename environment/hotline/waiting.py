"""What waits for a liaison officer: counts with the page where each is dealt with."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from environment.gaps.models import GapNotice
from environment.measurements.models import Delivery, RejectedReading
from environment.threads.models import AlertThread


@dataclass(frozen=True)
class Waiting:
    label: LazyText
    number: int
    address: str


def waiting_now(city: City | None = None) -> list[Waiting]:
    """Return the counts of one city, or of all together; four queries."""
    readings = RejectedReading.objects.waiting()
    gaps = GapNotice.objects.filter(state=GapNotice.State.OPEN)
    failed = Delivery.objects.filter(state=Delivery.State.FAILED)
    if city:
        readings, gaps, failed = readings.of_city(city), gaps.filter(city=city), failed.filter(city=city)
    of_city = {"city": city.pk} if city else {}
    alerts = AlertThread.objects.awaiting(city)
    asked = {"waiting": city.pk} if city else {"state": "waiting"}
    return [
        Waiting(_("Alerts not acknowledged"), alerts.count(), _address("thread_list", asked)),
        Waiting(_("Readings in quarantine"), readings.count(), _address("quarantine", of_city)),
        Waiting(_("Unanswered gap notices"), gaps.count(), _address("gap_list", of_city | {"state": "open"})),
        Waiting(_("Deliveries that failed"), failed.count(), _address("delivery_list", of_city)),
    ]


def _address(name: str, asked: Mapping[str, object]) -> str:
    return f"{reverse(name)}?{urlencode(asked)}" if asked else reverse(name)
