"""What a delivery's receipt says; the same for page, API and webhook."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from committee.members.models import Member
from environment.exchange.afterwards import decided_afterwards
from environment.exchange.models import Handover, ReceiptMessage
from environment.exchange.permissions import may_keep_machine_accounts
from environment.measurements.models import ClockCheck, Delivery
from environment.sources.clock import LocalClock

# More are listed page by page on the delivery's own page.
MOST_NAMED = 100


def receipt_url(delivery: Delivery) -> str:
    return f"{settings.SITE_ADDRESS}{reverse('api-delivery-receipt', args=[delivery.pk])}"


def receipt_of(delivery: Delivery) -> dict[str, Any]:
    """Return the receipt as it is handed out; hours are the ends of hours in the city's own time.

    Late are new values, in hours from the end of their hour until they were received.
    """
    handover = getattr(delivery, "handover", None)
    rejected = sum(delivery.rejected.values())
    return {
        "delivery": delivery.pk,
        "receipt": receipt_url(delivery),
        "city": delivery.city.code,
        "way": delivery.way,
        "state": delivery.state,
        "source": delivery.source,
        "name": delivery.name,
        "checksum": f"sha256:{delivery.checksum}" if delivery.checksum else "",
        "received_at": delivery.received_at.isoformat(),
        "finished_at": handover.finished_at.isoformat() if handover and handover.finished_at else None,
        "period": _period(delivery),
        "accepted": delivery.values,
        "new": delivery.new,
        "unchanged": delivery.unchanged,
        "corrected": delivery.corrected,
        "missing": delivery.missing,
        "rejected": rejected,
        "rejected_by_reason": delivery.rejected,
        "rejected_first": _named(delivery) if rejected else [],
        "clock": clock_of(delivery),
        "hours_late": {"median": delivery.median_hours_late, "most": delivery.most_hours_late},
        "afterwards": _afterwards(delivery),
        "failure": "internal-error" if delivery.state == Delivery.State.FAILED else "",
    }


def clock_of(delivery: Delivery) -> dict[str, Any] | None:
    """Return what was found of the delivery's clock; None before it was taken in.

    `agreement` is a share of days where the hours were compared with published means, else a correlation.
    """
    check: ClockCheck | None = getattr(delivery, "clock_check", None)
    if check is None:
        is_through = delivery.state == Delivery.State.TAKEN_IN
        return {"result": "not-checked", "reason": "no-known-series"} if is_through else None
    return {
        "result": check.result,
        "compared_with": check.method,
        "source": check.against,
        "station": check.station.code if check.station else "",
        "pollutant": check.pollutant,
        "hours_late": check.lag_hours,
        "agreement": {"at_that_lag": check.best, "as_labelled": check.at_none},
        "decision": check.decision,
    }


def ahead_of(delivery: Delivery) -> int:
    """Return how many deliveries of the city are taken in before this one that waits."""
    if delivery.state != Delivery.State.WAITING:
        return 0
    waiting = Handover.objects.waiting().filter(delivery__city=delivery.city_id, pk__lt=delivery.pk)
    return waiting.count()


def receipts_shown_to(member: Member, delivery: Delivery) -> QuerySet[ReceiptMessage] | None:
    """Return the receipts on their way to the sender for who keeps its account; None for others."""
    if not may_keep_machine_accounts(member) or delivery.city_id != member.city_id:
        return None
    return ReceiptMessage.objects.filter(delivery=delivery).prefetch_related("attempts")


def _period(delivery: Delivery) -> dict[str, str] | None:
    if delivery.first_hour is None or delivery.last_hour is None:
        return None
    clock = LocalClock(delivery.city.time_zone)
    hours = {"first_hour": delivery.first_hour, "last_hour": delivery.last_hour}
    return {name: clock.moment(hour).isoformat() for name, hour in hours.items()}


def _afterwards(delivery: Delivery) -> dict[str, Any]:
    afterwards = decided_afterwards(delivery)
    moment = afterwards.latest_decision_at
    return {**afterwards._asdict(), "latest_decision_at": moment.isoformat() if moment else None}


def _named(delivery: Delivery) -> list[dict[str, Any]]:
    readings = delivery.rejected_readings.all()[:MOST_NAMED]
    return [dict(reading) for reading in readings.values("line", "reason", "reading", "raw")]
