"""Taking in what was handed over. The row in the database is the job, the queue only says “look”.

A delivery is taken in within one transaction together with its state and its receipt: a worker that is
killed leaves it waiting as if nothing had been tried, and `take_up_silent` queues it again. One that comes
twice is found done. The deliveries of a city are taken in as they were received, so that a later value of
an hour replaces an earlier one and never the other way round.
"""

import datetime
import gzip
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from committee.rules.attempts import Attempt
from environment.exchange.document import read
from environment.exchange.models import Handover
from environment.exchange.outbox import put_in_outbox
from environment.exchange.reading import Reading
from environment.exchange.telling import tell_held
from environment.measurements.actions import fill
from environment.measurements.clock_decision import Clock, ClockDiffers
from environment.measurements.intake import Entry, RowsOf
from environment.measurements.models import ClockCheck, Delivery
from environment.sources.declared import Source
from environment.sources.files import data_files
from environment.sources.registry import SOURCES
from environment.stations.actions import enter_catalogue
from environment.stations.recognition import stations_by_name

MOST_ATTEMPTS = 5
SECONDS_AN_HOUR = 3600
# A sender's clock may be ahead of ours by this much.
SECONDS_AHEAD = 300
State = Delivery.State


def take_in_until(delivery_id: int) -> Iterator[int]:
    """Take in what its city handed over, oldest first, until a delivery is through.

    Yields the ids of receipts to send.
    """
    city = Delivery.objects.values_list("city_id", flat=True).get(pk=delivery_id)
    while handover := _next(city, delivery_id):
        message = None
        with attempt_at(handover):
            message = _take_in(handover.pk)
        if message:
            yield message


def take_up_silent(now: datetime.datetime) -> list[int]:
    """Return the deliveries that a worker should look at; what killed its worker again and again fails.

    What a worker holds is locked and left alone, however long it takes.
    """
    since = now - datetime.timedelta(seconds=settings.DELIVERY_SILENCE_SECONDS)
    with transaction.atomic():
        rows = Handover.objects.silent_since(since).locked(skip_locked=True)
        silent = list(rows.order_by("delivery_id"))
        for handover in silent:
            if handover.attempts >= MOST_ATTEMPTS:
                _fail(handover, f"The work broke off {handover.attempts} times.")
        found = [handover.pk for handover in silent if handover.attempts < MOST_ATTEMPTS]
        Handover.objects.filter(pk__in=found).update(seen_alive_at=now)
    return found


def attempt_at(handover: Handover) -> Attempt:
    """One attempt at a delivery: what goes wrong with it fails it."""
    return Attempt(f"Delivery {handover.pk}", partial(_fail, handover))


@transaction.atomic
def _next(city_id: int, delivery_id: int) -> Handover | None:
    """Return the oldest delivery that waits, its attempt counted before it begins.

    One that another worker has is waited for, so that its attempt does not count twice.
    """
    waiting = Handover.objects.waiting().filter(delivery__city_id=city_id, pk__lte=delivery_id)
    handover = waiting.locked().order_by("pk").first()
    if handover:
        now = timezone.now()
        Handover.objects.filter(pk=handover.pk).update(attempts=F("attempts") + 1, seen_alive_at=now)
    return handover


@transaction.atomic
def _take_in(handover_id: int) -> int | None:
    """Take one delivery in unless another worker has; return the id of the receipt to send, if any."""
    related = "delivery__clock_check", "account"
    handover = Handover.objects.locked().select_related(*related).get(pk=handover_id)
    if handover.delivery.state != State.WAITING:
        return None
    # One that waits again after it was held was accepted.
    clock = Clock.DECIDED if hasattr(handover.delivery, "clock_check") else Clock.MUST_AGREE
    try:
        with _contents(handover) as (source, entries):
            fill(delivery=handover.delivery, source=source, entries=entries, clock=clock)
    except ClockDiffers as doubt:
        _hold(handover, doubt.check)
        return None
    return finish(handover)


def _hold(handover: Handover, check: ClockCheck) -> None:
    """Keep a delivery from counting until an officer decides; its receipt waits until then."""
    Delivery.objects.filter(pk=handover.pk).update(state=State.HELD)
    check.save(force_insert=True)
    tell_held(check)


def finish(handover: Handover) -> int | None:
    """Keep that a delivery is through, and return the id of the receipt to send, if any."""
    handover.finished_at = timezone.now()
    handover.save(update_fields=["finished_at", "failure"])
    handover.delivery.refresh_from_db()
    return put_in_outbox(handover)


@transaction.atomic
def _fail(handover: Handover, failure: str) -> None:
    Delivery.objects.filter(pk=handover.pk, state=State.WAITING).update(state=State.FAILED)
    handover.failure = failure
    finish(handover)


@contextmanager
def _contents(handover: Handover) -> Iterator[tuple[Source, Iterable[Entry]]]:
    path = Path(handover.content.path)
    if handover.delivery.way == Delivery.Way.PUSH:
        reading = _reading(handover, path)
        yield reading.source, [RowsOf(handover.delivery.name, reading.rows(), handover.delivery.rows)]
    else:
        source = SOURCES[handover.delivery.source].of(handover.delivery.city.code)
        yield source, data_files(path, handover.delivery.name)


def _reading(handover: Handover, path: Path) -> Reading:
    content = path.read_bytes()
    document = read(gzip.decompress(content) if path.suffix == ".gz" else content)
    city = handover.delivery.city
    enter_catalogue(city=city)
    stations = {name: station.code for name, station in stations_by_name(city).items()}
    received = handover.delivery.received_at.timestamp() + SECONDS_AHEAD
    return Reading(document, city.code, stations, int(received) // SECONDS_AN_HOUR)
