"""What waits for a liaison officer: counts with the page where each is dealt with."""

from collections import Counter
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

State = Delivery.State


@dataclass(frozen=True)
class Waiting:
    label: LazyText
    number: int
    address: str


def waiting_now(city: City | None = None) -> list[Waiting]:
    """Return the counts of one city, or of all together; four queries."""
    readings = RejectedReading.objects.waiting()
    gaps = GapNotice.objects.filter(state=GapNotice.State.OPEN)
    deliveries = Delivery.objects.filter(state__in=[State.FAILED, State.HELD])
    if city:
        readings, gaps, deliveries = (
            readings.of_city(city),
            gaps.filter(city=city),
            deliveries.filter(city=city),
        )
    states = Counter(deliveries.values_list("state", flat=True))
    of_city = {"city": city.pk} if city else {}
    alerts = AlertThread.objects.awaiting(city)
    asked = {"waiting": city.pk} if city else {"state": "waiting"}
    return [
        Waiting(_("Alerts not acknowledged"), alerts.count(), _address("thread_list", asked)),
        Waiting(_("Readings in quarantine"), readings.count(), _address("quarantine", of_city)),
        Waiting(_("Unanswered gap notices"), gaps.count(), _address("gap_list", of_city | {"state": "open"})),
        Waiting(
            _("Deliveries held for their clock"),
            states[State.HELD],
            _address("delivery_list", of_city | {"state": State.HELD}),
        ),
        Waiting(
            _("Deliveries that failed"),
            states[State.FAILED],
            _address("delivery_list", of_city | {"state": State.FAILED}),
        ),
    ]


def _address(name: str, asked: Mapping[str, object]) -> str:
    return f"{reverse(name)}?{urlencode(asked)}" if asked else reverse(name)
