"""Fetches, and keeps what came of it: an answer becomes one whole delivery or none.

The row in the database is the job. An attempt is claimed by moving the next one to after its own end, so a
worker that is killed leaves a pull that is due again; the delivery and its attempt are kept together.
"""

import datetime
import hashlib
import time

from django.conf import settings
from django.db import transaction

from environment.exchange.handing_over import keep_fetched
from environment.measurements.models import Delivery
from environment.pulls.fetching import Fetched, fetch
from environment.pulls.models import Pull, PullAttempt, PullState
from environment.pulls.problems import NOTHING_NEW
from environment.pulls.telling import tell_of_failing
from environment.sources.registry import SOURCES

CLAIM = datetime.timedelta(minutes=3)
WAITS = [datetime.timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 20, 40, 60)]
# Attempts older than this are forgotten; deliveries stay.
KEPT = datetime.timedelta(days=60)


def due(now: datetime.datetime) -> list[int]:
    return list(PullState.objects.due(now).order_by("next_try_at").values_list("pk", flat=True))


def run(pull_id: int, now: datetime.datetime) -> PullAttempt | None:
    """Attempt one pull, unless it is not due, paused or in another worker's hands."""
    claimed = PullState.objects.due(now).filter(pk=pull_id).update(next_try_at=now + CLAIM)
    if not claimed:
        return None
    pull = Pull.objects.select_related("city").get(pk=pull_id)
    started = time.monotonic()
    fetched = fetch(pull.interface, pull.service)
    return _record(pull, fetched, now, time.monotonic() - started)


@transaction.atomic
def _record(pull: Pull, fetched: Fetched, now: datetime.datetime, seconds: float) -> PullAttempt:
    state = PullState.objects.select_for_update().get(pk=pull.pk)
    attempt = PullAttempt(
        pull=pull,
        at=now,
        seconds=round(seconds, 3),
        status=fetched.status,
        size=len(fetched.content),
        outcome=fetched.problem,
    )
    if fetched.problem:
        _failed(pull, state, fetched.problem, now)
    else:
        attempt.delivery = _delivered(pull, state, fetched.content, now)
        attempt.outcome = "" if attempt.delivery else NOTHING_NEW
    attempt.save(force_insert=True)
    pull.attempts.filter(at__lt=now - KEPT).delete()
    return attempt


def _delivered(pull: Pull, state: PullState, content: bytes, now: datetime.datetime) -> Delivery | None:
    """Hand the bytes over as they came, unless they are those of the last time."""
    checksum = hashlib.sha256(content).hexdigest()
    is_new = checksum != state.last_checksum
    state.failures, state.failing_since, state.told_at = 0, None, None
    state.last_success_at, state.last_checksum = now, checksum
    state.next_try_at = pull.next_after(now)
    state.save()
    if not is_new:
        return None
    name = f"{pull.service} {now.astimezone(pull.city.zone):%Y-%m-%d %H:%M}"
    return keep_fetched(source=SOURCES[pull.interface.source], name=name, content=content, ending=".json")


def _failed(pull: Pull, state: PullState, problem: str, now: datetime.datetime) -> None:
    wait = WAITS[min(state.failures, len(WAITS) - 1)]
    state.failures += 1
    state.failing_since = state.failing_since or now
    state.last_problem, state.last_problem_at = problem, now
    state.next_try_at = now + wait
    is_long = now - state.failing_since >= datetime.timedelta(hours=settings.PULL_TELL_AFTER_HOURS)
    if is_long and state.told_at is None:
        state.told_at = now
        tell_of_failing(pull, state.failing_since, problem)
    state.save()
